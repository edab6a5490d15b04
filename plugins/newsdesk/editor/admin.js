// Starts the form, and puts beside it what the check says while one types.
window.CMS_MANUAL_INIT = true; // it waits for its description
addEventListener("load", async () => {
  const lang = document.documentElement.lang;
  const query = `?lang=${lang}`;
  const { CMS, createClass, h } = window;
  const form = crypto.randomUUID(); // tells this window from others that are open

  const ask = async (path, body) => {
    const options = body && {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    };
    const answer = await fetch(`/admin/${path}${query}`, options);
    const value = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(value.error), { name: "API_ERROR" });
    return value;
  };

  const { config, sentences, largest, stamp } = await ask("config.json");

  // Says what became of a file. Decap's list of files hides all that lies below it from screen
  // readers, its own notes as well, and those are in English: this stands within the list.
  const tell = (words) => {
    document.querySelector(".newsdesk-told")?.remove();
    const add = (parent, name, more) => parent.appendChild(Object.assign(document.createElement(name), more));
    const list = document.querySelector("[aria-modal=true]") ?? document.body;
    const note = add(list, "div", { className: "newsdesk-told", lang });
    const told = add(note, "p", { role: "alert" });
    add(note, "button", { type: "button", textContent: sentences.close, onclick: () => note.remove() });
    told.textContent = words; // a region that is there already is read aloud when it is filled
  };

  // A program that does not answer says so in words, wherever it is asked.
  const knock = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await knock(...asked).catch((failure) => {
      if (!(failure instanceof TypeError)) throw failure;
      return Response.json({ error: sentences.lost }, { status: 503 });
    });
    const action = String(asked[1]?.body ?? "").slice(0, 100);
    if (!answer.ok && action.includes('"persistMedia"')) tell((await answer.clone().json()).error);
    return answer;
  };

  // What is too large is not even sent.
  const weigh = (event) => {
    const { files } = event.dataTransfer ?? event.target;
    const large = [...(files ?? [])].find(({ size }) => size > largest);
    if (!large) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (!event.dataTransfer) event.target.value = "";
    tell(sentences.too_large.replace("%{size}", Math.round(large.size / 1e6)));
  };
  addEventListener("change", weigh, { capture: true });
  addEventListener("drop", weigh, { capture: true });

  // Decap shows an error with its name in the code, which says nothing to people.
  const named = Error.prototype.toString;
  Error.prototype.toString = function words() {
    return this.name === "API_ERROR" ? this.message : named.call(this);
  };

  // A file comes as the sheet of the form, and goes back as one.
  CMS.registerCustomFormat("newsdesk", "md", {
    fromFile: (text) => JSON.parse(text || "{}"),
    toFile: (sheet) => JSON.stringify({ ...sheet, form }),
  });

  // Whether a post is finished is for the check to say: nothing keeps a draft from being saved.
  for (const { name, control, preview, schema } of CMS.getWidgets()) {
    if (typeof control !== "function" || !control.prototype?.render) continue;
    const open = class extends control { getValidateValue() { return "said"; } };
    CMS.registerWidget(name, open, preview, schema);
  }

  // A day, and a time if it matters. What is typed otherwise, such as with a time zone, is shown as
  // it is; whoever wants to type it so, may.
  const simple = /^(\d{4}-\d\d-\d\d)?(?:[ T](\d\d:\d\d))?$/;
  CMS.registerWidget("newsdesk-when", createClass({
    getInitialState: () => ({ byHand: false }),
    getValidateValue: () => "said",
    render() {
      const { value = "", onChange, forID, classNameWrapper, setActiveStyle, setInactiveStyle } = this.props;
      const focus = { onFocus: setActiveStyle, onBlur: setInactiveStyle };
      const parts = simple.exec(value ?? "");
      if (!parts || this.state.byHand) {
        return h("input", { id: forID, className: classNameWrapper, value, onChange: ({ target }) => onChange(target.value), ...focus });
      }
      const [, day = "", time = ""] = parts;
      const put = (newDay, newTime) => onChange([newDay, newDay && newTime].filter(Boolean).join(" "));
      return h("div", { className: "newsdesk-when" },
        h("input", { id: forID, type: "date", value: day, "aria-label": sentences.date, onChange: ({ target }) => put(target.value, time), ...focus }),
        h("input", { type: "time", value: time, "aria-label": sentences.time, onChange: ({ target }) => put(day, target.value), ...focus }),
        h("button", { type: "button", onClick: () => this.setState({ byHand: true }) }, sentences.by_hand));
    },
  }));

  // What is new gets its id, or its key, before it has a place. A save that is tried again, because
  // its answer was lost, is one of the same post.
  let sheets = {};
  let begun;
  const begin = () => { sheets = {}; begun = undefined; };
  addEventListener("hashchange", begin);
  CMS.registerEventListener({ name: "postSave", handler: begin });
  CMS.registerEventListener({
    name: "preSave",
    handler: async ({ entry }) => {
      if (!entry.get("newRecord")) return undefined;
      const name = config.collections.find((each) => each.name === entry.get("collection")).identifier_field;
      const data = entry.get("data");
      const asked = { collection: entry.get("collection"), sheet: data.toJS() };
      const identity = begun ?? (await ask("begin", asked)).identity;
      if (name === "id") begun = identity;
      return data.set(name, identity);
    },
  });

  // Beside the form: what the check finds, and the page.
  const Check = createClass({
    getInitialState: () => ({}),
    componentDidMount() { this.look(); },
    componentDidUpdate({ entry }) { if (entry !== this.props.entry) this.later(); },
    componentWillUnmount() { clearTimeout(this.timer); this.gone = true; },
    later() { clearTimeout(this.timer); this.timer = setTimeout(() => this.look(), 500); },
    async look() {
      if (this.looking) return this.later();
      const { entry, collection, locale } = this.props;
      const slug = entry.get("slug") || begun || "new";
      const name = collection.get("name");
      const at = (folder) => `${name}/${folder ? `${folder}/` : ""}${slug}.md`;
      const here = collection.has("i18n") ? locale || config.i18n.default_locale : "";
      // The other languages of the post: one that is not shown stays as it was last seen.
      sheets[at(here)] = { ...entry.get("data")?.toJS(), form };
      entry.get("i18n")?.forEach((each, folder) => { sheets[at(folder)] = { ...each.get("data")?.toJS(), form }; });
      const own = Object.fromEntries(Object.entries(sheets).filter(([address]) => address === at(here) || (here && config.i18n.locales.some((folder) => address === at(folder)))));
      this.looking = true;
      try {
        const found = await ask("problems", { address: at(here), sheets: own });
        if (!this.gone) this.setState({ found, failure: undefined });
      } catch (failure) {
        if (!this.gone) this.setState({ failure: failure.message });
      } finally {
        this.looking = false;
      }
    },
    render() {
      const { found, failure } = this.state;
      if (failure) return h("ul", { role: "status" }, h("li", {}, h("p", { style: { whiteSpace: "pre-line" } }, failure)));
      if (!found) return null;
      const { problems, pages, note } = found;
      return h("div", { lang },
        h("div", { role: "status" },
          note && h("p", { className: "well" }, note),
          problems.length
            ? h("section", {}, h("h2", {}, sentences.wrong),
                h("ul", {}, problems.map(({ level, box, line, message, hint }, index) =>
                  h("li", { key: index, className: level },
                    h("p", {}, [[box, line && `${sentences.line} ${line}`].filter(Boolean).join(", "), message].filter(Boolean).join(": ")),
                    hint && h("p", { className: "hint" }, `${sentences.hint}: ${hint}`)))))
            : h("p", { className: "well" }, sentences.well)),
        pages.length
          ? h("section", {}, h("p", { className: "links" }, `${sentences.page}: `,
              pages.map(([name, address]) => h("a", { key: address, href: address, target: "_blank" }, name))),
              h("iframe", { src: pages[0][1], title: sentences.page }))
          : this.props.collection.has("i18n") && h("p", { className: "links" }, sentences.unsaved));
    },
  });
  CMS.registerPreviewStyle("/admin/check.css");
  for (const { name } of config.collections) CMS.registerPreviewTemplate(name, Check);

  // Serbian in Latin letters: Decap has it in Cyrillic.
  const letters = Object.fromEntries("а a б b в v г g д d ђ đ е e ж ž з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ ć у u ф f х h ц c ч č џ dž ш š".match(/\S+ \S+/g).map((pair) => pair.split(" ")));
  const latin = (text) => text.replace(/[\u0400-\u04ff]/g, (letter) => {
    const small = letters[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? small : small[0].toUpperCase() + small.slice(1);
  });
  const inLatin = (value) => typeof value === "string" ? latin(value)
    : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inLatin(inner)]));
  CMS.registerLocale("sr_Latn", inLatin(CMS.getLocale("sr_Cyrl")));

  // A draft is saved, not published.
  const { save, saving, saved, another, copy, refused, preview } = sentences;
  for (const name of ["en", "sr_Latn", "sr_Cyrl"]) {
    const phrases = CMS.getLocale(name);
    Object.assign(phrases.editor.editorToolbar, {
      publish: save, publishNow: save, publishing: saving, published: saved,
      publishAndCreateNew: another, publishAndDuplicate: copy, deployButtonLabel: preview,
    });
    phrases.ui.toast.onFailToPersist = refused;
  }

  // The check stands beside the form until somebody chooses the other language instead.
  if (!localStorage.getItem("cms.right-pane")) localStorage.setItem("cms.right-pane", "preview");

  // What can be chosen may have changed since: a form that is opened begins with what there is now.
  addEventListener("hashchange", async () => {
    if (/\/(new|entries)(\/|$)/.test(location.hash) && (await ask("config.json")).stamp !== stamp) location.reload();
  });

  // Nobody has to log in on their own machine.
  localStorage.setItem("decap-cms-user", JSON.stringify({ backendName: "proxy" }));

  // Another language shows the same form.
  for (const link of document.querySelectorAll(".languages a")) {
    link.addEventListener("click", () => { link.hash = location.hash; });
  }

  CMS.init({ config: { ...config, site_url: location.origin } });
});
