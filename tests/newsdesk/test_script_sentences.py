"""Sentences and words that are easily spoilt, in Latin and in right Cyrillic."""

from __future__ import annotations

import pytest

from newsdesk.script import Words, to_cyrillic, to_latin

# Left Latin, right Cyrillic; what is in Latin letters on the right is meant to stay so.
TWO_LETTERS = """
injekcija | инјекција
Injekcije | Инјекције
INJEKCIJOM | ИНЈЕКЦИЈОМ
mikroinjekcioni | микроинјекциони
injektirati lek | инјектирати лек
konjugacija glagola | конјугација глагола
konjugovani glagoli | конјуговани глаголи
Konjunkcija Venere i Marsa | Конјункција Венере и Марса
konjunktivitis | конјунктивитис
konjunktura | конјунктура
tanjug | танјуг
Tanjug javlja | Танјуг јавља
TANJUG | ТАНЈУГ
agencije Tanjuga | агенције Танјуга
Tanjug-a | Танјуг-а
vanjezički činioci | ванјезички чиниоци
izvanjezički | изванјезички
anjon | анјон
nadživeti | надживети
Nadživela je sina | Надживела је сина
nadživljavati | надживљавати
NADŽIVELI | НАДЖИВЕЛИ
nenadživljen | ненадживљен
odžaliti | оджалити
odžalila je muža | оджалила је мужа
odživeo | одживео
nadžnjevati | наджњевати
nadžnjela | наджњела
predželuda | преджелуда
predželudac | преджелудац
podželudačni | поджелудачни
podžeći | поджећи
podžegao je mržnju | поджегао је мржњу
podžanr | поджанр
podžupan | поджупан
predžetveni | преджетвени
Anđej i Andžej | Анђеј и Анджеј
Netanjahu | Нетанјаху
Šenjang | Шенјанг
"""

ONE_LETTER = """
džep | џеп
Džak | Џак
odžak | оџак
Odžaci | Оџаци
Odžalan | Оџалан
odžačar | оџачар
nadžak-baba | наџак-баба
Hadžić | Хаџић
Karadžić | Караџић
hodža | хоџа
budžet | буџет
Udžbenici | Уџбеници
UDŽBENIK | УЏБЕНИК
otadžbina | отаџбина
narudžbenica | наруџбеница
predodžba | предоџба
srdžba | срџба
menadžer | менаџер
pidžama | пиџама
odžepariti | оџепарити
Azerbejdžan | Азербејџан
njiva | њива
konjušar | коњушар
konjušnica | коњушница
konjički klub | коњички клуб
tanjir | тањир
tanjušan | тањушан
inženjer | инжењер
Sanja i Vanja | Сања и Вања
vanjski | вањски
unjkati | уњкати
kampanja | кампања
Banjaluka | Бањалука
ljubav | љубав
LJUBAV | ЉУБАВ
LjUBAV | ЉУБАВ
Ljubljana | Љубљана
bolji dalji put | бољи даљи пут
Lj. Popović | Љ. Поповић
Nj. V. kralj | Њ. В. краљ
DŽUGANJ | ЏУГАЊ
Džugan | Џуган
pridžepiti | приџепити
Njegoš | Његош
"""

ABBREVIATIONS = """
UNICEF | UNICEF
UNICEF-a | UNICEF-а
UNICEF-ov projekat | UNICEF-ов пројекат
UNICEF-om i MODS-om | UNICEF-ом и MODS-ом
RSS i JSON isto to govore | RSS и JSON исто то говоре
UNICEFov | UNICEFov
MODS | MODS
MODS-u | MODS-у
COVID-19 | COVID-19
pandemija COVID-a | пандемија COVID-а
kovid 19 | ковид 19
SARS-CoV-2 | SARS-CoV-2
UNHCR-ov izveštaj | UNHCR-ов извештај
UNESCO | UNESCO
Uneskova lista | Унескова листа
WHO i SZO | WHO и СЗО
EU | ЕУ
SAD i UN | САД и УН
OEBS-a | ОЕБС-а
NVO | НВО
MUP-u | МУП-у
RTS | РТС
NATO | НАТО
JMBG | ЈМБГ
BiH | БиХ
PISA test | PISA тест
500 EUR | 500 EUR
12.000 RSD | 12.000 RSD
d.o.o. | д.о.о.
tzv. deca ulice | тзв. деца улице
npr. ovo i sl. | нпр. ово и сл.
ISO 9001 | ISO 9001
standard EN 301 549 | стандард EN 301 549
DVD | ДВД
H&M | H&M
KiM | КиМ
PRAVA DETETA U SRBIJI | ПРАВА ДЕТЕТА У СРБИЈИ
DECA I MLADI U UNICEF-U | ДЕЦА И МЛАДИ У UNICEF-У
"""

NUMERALS = """
XXI vek | XXI век
u XX veku | у XX веку
u XIX-om veku | у XIX-ом веку
Petar II | Петар II
kralj Petar I | краљ Петар I
Petar I Karađorđević | Петар I Карађорђевић
Karlo V | Карло V
glava IV | глава IV
glava V. | глава V.
dela V. Petrovića | дела В. Петровића
I deo | I део
I deo novca je tu. | И део новца је ту.
od I do IV razreda | од I до IV разреда
od V do VIII razreda | од V до VIII разреда
učenici V razreda | ученици V разреда
u VI razredu | у VI разреду
VI STE NAŠA SNAGA | ВИ СТЕ НАША СНАГА
I deca imaju prava. | И деца имају права.
Kraj. I deca to znaju. | Крај. И деца то знају.
„I mi smo deca“, kažu. | „И ми смо деца“, кажу.
– I ja bih. | – И ја бих.
mama i tata | мама и тата
I razred upisuje 20 đaka | I разред уписује 20 ђака
I i II razred | I и II разред
I–IV razred | I–IV разред
razredi I-IV | разреди I-IV
II-og razreda | II-ог разреда
12. IV 2026. | 12. IV 2026.
5. I 2020. | 5. I 2020.
V. Popović | В. Поповић
kaže I. Petrović | каже И. Петровић
I. Petrović | И. Петровић
dr V. I. Jovanović | др В. И. Јовановић
DECA I RODITELJI | ДЕЦА И РОДИТЕЉИ
C. Marković | Ц. Марковић
vitamin D | витамин Д
član 12a | члан 12а
"""

UNITS = """
5 kg | 5 kg
3,5 km | 3,5 km
120 km/h | 120 km/h
50 m² | 50 m²
200 m3 | 200 m3
37 °C | 37 °C
500 MB | 500 MB
10 kWh struje | 10 kWh струје
2 l mleka | 2 l млека
250 g brašna | 250 g брашна
1 t uglja | 1 t угља
u 18 h | у 18 h
u 18h | у 18h
od 9 do 17 h i subotom | од 9 до 17 h и суботом
45 min | 45 min
220 V | 220 V
5kg | 5kg
50 % dece | 50 % деце
2009. g. | 2009. г.
5 s majkom | 5 с мајком
s majkom | с мајком
cena po kg | цена по kg
1990-ih | 1990-их
20-godišnji | 20-годишњи
5G mreža | 5G мрежа
CO2 i PM10 | CO2 и PM10
format A4 | формат A4
auto-put E-75 | ауто-пут E-75
TV B92 | ТВ B92
"""

FOREIGN = """
Facebook | Facebook
na Facebooku | на Facebooku
Facebook-u | Facebook-у
FACEBOOK | FACEBOOK
Instagram i YouTube | Instagram и YouTube
Google-ova mapa | Google-ова мапа
Google karte | Google карте
e-mail adresa | e-mail адреса
E-mail: | E-mail:
e-učionica | е-учионица
eUprava | еУправа
iPhone | iPhone
LinkedIn | LinkedIn
Wi-Fi mreža | Wi-Fi мрежа
online nastava | online настава
onlajn nastava | онлајн настава
Word i Excel | Word и Excel
New York Times | New York Times
Njujork | Њујорк
organizacija Save the Children | организација Save the Children
Save the Children-a | Save the Children-а
Children's Rights | Children's Rights
Convention on the Rights of the Child | Convention on the Rights of the Child
Bill and Melinda Gates | Bill and Melinda Gates
Terre des hommes u Srbiji | Terre des hommes у Србији
Human Rights Watch tvrdi | Human Rights Watch тврди
café Müller | café Müller
d'Artanjan | д'Артањан
k'o dete | к'о дете
čas o kôdu | час о ко̂ду
prava studenatâ | права студената̂
zoomorfni i zoološki | зооморфни и зоолошки
dvadesettrogodišnji | двадесеттрогодишњи
vannastavni | ваннаставни
najjači | најјачи
shvatanje prethodnih | схватање претходних
vakuummetar | вакуумметар
kod kuće | код куће
"""

ADDRESSES = """
www.unicef.rs | www.unicef.rs
Vidi https://www.unicef.org/serbia/deca. | Види https://www.unicef.org/serbia/deca.
unicef.org/serbia | unicef.org/serbia
ime.prezime@primer.rs | ime.prezime@primer.rs
Pišite na mediji@example.org, molimo. | Пишите на mediji@example.org, молимо.
#ZaSvakoDete | #ZaSvakoDete
nalog @unicef_srbija | налог @unicef_srbija
izvestaj-2026.pdf | izvestaj-2026.pdf
/sr/vesti/ | /sr/vesti/
i/ili | и/или
© UNICEF/UNI172461/Bindra | © UNICEF/UNI172461/Bindra
kraj.Novo | крај.Ново
1/2 čaše | 1/2 чаше
2 + 2 = 4; (a) „b“ – c! | 2 + 2 = 4; (а) „б“ – ц!
"""


def pairs(table: str) -> list[tuple[str, str]]:
    lines = [line.split(" | ") for line in table.strip().splitlines()]
    return [(latin, cyrillic) for latin, cyrillic in lines]


TABLES = (TWO_LETTERS, ONE_LETTER, ABBREVIATIONS, NUMERALS, UNITS, FOREIGN, ADDRESSES)
PAIRS = [pair for table in TABLES for pair in pairs(table)]


@pytest.fixture(scope="module")
def words() -> Words:
    return Words.shipped()


@pytest.mark.parametrize(("latin", "cyrillic"), PAIRS)
def test_latin_is_written_in_right_cyrillic(words: Words, latin: str, cyrillic: str) -> None:
    assert to_cyrillic(latin, words) == cyrillic


# LjUBAV is a slip that comes back right.
@pytest.mark.parametrize(("latin", "cyrillic"), [pair for pair in PAIRS if pair[0] != "LjUBAV"])
def test_the_cyrillic_is_written_in_the_same_latin(words: Words, latin: str, cyrillic: str) -> None:
    assert to_latin(cyrillic, words) == latin


def test_no_pair_stands_twice_in_the_hard_list() -> None:
    assert len(PAIRS) == len(set(PAIRS)) > 230
