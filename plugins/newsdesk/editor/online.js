// Starts the form on line, with the description that lies beside it.
window.CMS_MANUAL_INIT = true;
addEventListener("load", async () => {
  const config = await (await fetch("config.json")).json();
  window.CMS.init({ config });
});
