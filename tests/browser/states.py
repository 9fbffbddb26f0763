"""The only list of the states that pages are looked at in: who looks, where, what is opened, what must be there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

Steps = Callable[[Page], object]


@dataclass(frozen=True, slots=True)
class State:
    """One page as somebody sees it; ``path`` has the world's words in braces."""

    name: str
    path: str
    shows: tuple[str, ...]
    who: str = "aino"  # "" has not signed in; "eero, earlier" did an hour ago
    steps: Steps | None = None
    status: int = 200
    demo: bool = False
    # Whether the operator has named an organisation whose accounts sign people in.
    organised: bool = False
    # Pictures beside the plain ones: dark, in Swedish.
    pictured: tuple[str, ...] = field(default=())
    # Only one of the two windows has it: "desktop" or "phone".
    only: str = ""


def press(selector: str) -> Steps:
    """Return a step that presses the first visible match."""
    return lambda page: page.locator(f"{selector} >> visible=true").first.click()


def _sign_in(page: Page) -> None:
    page.locator("[name=email], [name=login]").first.fill("aino.laine@demo.example")
    page.locator("main button.primary").click()
    page.locator("[name=code]").wait_for()


def _wrong_address(page: Page) -> None:
    page.locator("[name=email], [name=login]").first.fill("aino.laine")
    page.locator("main button.primary").click()
    page.locator(".field-error, .errorlist").first.wait_for()


def _give_token(page: Page) -> None:
    page.locator("[name=name]").fill("Tilastosivu")
    page.locator("main button.primary").click()
    page.locator("#new-token").wait_for()


def _give_nothing(page: Page) -> None:
    page.locator("main button.primary").click()
    page.locator(".errorlist, .field-error").first.wait_for()


def _search(sought: str) -> Steps:
    def steps(page: Page) -> None:
        page.locator(".map-search input[type=search]").fill(sought)
        page.locator("[role=option]").first.wait_for()

    return steps


def _wrong_confirmation(page: Page) -> None:
    page.locator("[name=email]").fill("muu@demo.example")
    page.locator("main button.danger").click()
    page.locator(".field-error, .errorlist").first.wait_for()


def _drawn(page: Page) -> None:
    page.locator(".map-actor").first.wait_for()


def _painted(page: Page) -> None:
    page.locator(".map-option").first.wait_for()


def _community(page: Page) -> None:
    _painted(page)
    page.locator(".map-option").first.focus()
    page.keyboard.press("Enter")
    page.locator(".map-option >> nth=60").wait_for()


def _opened(selector: str, shown: str) -> Steps:
    def steps(page: Page) -> None:
        page.locator(f"{selector} >> visible=true").first.click()
        page.locator(shown).first.wait_for()

    return steps


def _filters(page: Page) -> None:
    _drawn(page)
    page.locator(".map-filters > summary").click()
    page.locator(".map-filters form").wait_for()


def _call(words: str, shown: str) -> Steps:
    def steps(page: Page) -> None:
        page.locator("#what").fill(words)
        page.locator("#ask button").click()
        page.locator(shown).first.wait_for()

    return steps


def _way(need: str, place: str, shown: str = "#answer") -> Steps:
    def steps(page: Page) -> None:
        page.locator("#id_need").select_option(need)
        page.locator("#id_place").select_option(label=place.split("/"))
        page.locator(".path-fields button").click()
        page.locator(shown).first.wait_for()

    return steps


def _report(page: Page) -> None:
    _way("everyday_life:advice", "Selkäjoki/Selkå")(page)
    page.locator(".path-break summary >> visible=true").first.click()
    page.locator(".path-break form").first.wait_for()


def _bad_names(page: Page) -> None:
    page.locator("#names").fill("-")
    page.locator("#paste button.primary").click()
    page.locator("#names-wrong").wait_for()


def _no_name(page: Page) -> None:
    page.locator("select").first.select_option("-")
    page.locator("main button.primary").click()
    page.locator(".note.bad").wait_for()


def _conflict(page: Page) -> None:
    act = page.url.rsplit("-", 1)[-1]
    page.locator(f"form[action$='/changes/{act}/undo/'] button").click()
    page.locator("[name=on_conflict]").first.wait_for(state="attached")


def _fresh_link(page: Page) -> None:
    page.locator("form[action$='/link/'] button").click()
    page.locator("#share-link").wait_for()


def _square(page: Page) -> None:
    page.locator(".tick-grid input").nth(30).focus()
    page.keyboard.press("ArrowRight")


def _cell(page: Page) -> None:
    page.locator("a.cover-square[href*='education/guidance']").nth(1).click()
    page.locator("#cell .people-list a").first.wait_for()


BOTH = ("dark", "sv")
STATES: tuple[State, ...] = (
    # For anybody.
    State("front", "/", ("Kirjaudu sähköpostilla", "Lue opas"), who="", pictured=BOTH),
    State("front-demo", "/", ("Aino Laine", "Koordinaattori"), who="", demo=True),
    State("demo-cast", "/demo/", ("Valitse rooli", "Minna Salo"), who="", demo=True),
    State("sign-in", "/sign-in/", ("Lähetä koodi",), who=""),
    State("sign-in-wrong", "/sign-in/", ("Lähetä koodi",), who="", steps=_wrong_address, status=422),
    State("code", "/sign-in/", ("Kirjoita koodi",), who="", steps=_sign_in),
    State("sign-in-organisation", "/sign-in/", ("Kirjaudu: Järvilakeuden kunta",), who="", organised=True, pictured=BOTH),
    State("sign-in-organisation-down", "/sign-in/", ("Organisaation kirjautuminen ei vastaa",), who="", organised=True, steps=press("form[action*='/sign-in/with/'] button"), status=503),
    State("sign-in-organisation-failed", "/sign-in/with/kunta/return/", ("Aloita alusta",), who="", organised=True, status=400, pictured=("dark",)),
    State("no-account", "/sign-in/no-account/", ("Eikö sinulla ole vielä tunnusta?",), who=""),
    State("join", "/join/{token}/", ("Järvilakeuden nuorten palvelut",), who=""),
    State("join-used", "/join/nothing/", ("Sivua ei löydy",), who="", status=404),
    State("about", "/about/", ("Solmu",), who=""),
    State("guide", "/guide/", ("Opas",), who="", pictured=("dark",)),
    State("guide-page", "/guide/map/", ("Lue ja muokkaa karttaa",), who=""),
    State("method-page", "/guide/methods/M03/", ("M03",), who=""),
    State("accessibility", "/accessibility/", ("Saavutettavuusseloste",), who=""),
    State("api", "/api/", ("Tiedot ohjelmille", "/api/v1/openapi.json"), who="", pictured=("dark",)),
    State("thanks", "/accessibility/received/", ("Kiitos",), who=""),
    # One's own.
    State("profile", "/profile/", ("Profiili", "aino.laine@demo.example")),
    State("my-data", "/profile/my-data/", ("Omat tiedot", "Tekemäsi muutokset"), who="eero", pictured=("dark",)),
    State("erase", "/profile/erase/", ("Mikä poistuu", "Mikä jää ja miksi"), who="eero"),
    State("erase-earlier", "/profile/erase/", ("Kirjaudu ensin uudelleen",), who="eero, earlier", pictured=("dark",)),
    State("erase-wrong", "/profile/erase/", ("Tämä ei ole tunnuksesi osoite.",), who="eero", steps=_wrong_confirmation, status=422),
    State("erase-stopped", "/profile/erase/", ("Luovuta nämä ensin",), who="otto"),
    State("passkeys", "/profile/passkeys/", ("Pääsyavaimet", "Lisää pääsyavain")),
    State("organisation-accounts", "/profile/organisation-accounts/", ("Organisaation tunnus", "Liitä: Järvilakeuden kunta"), organised=True, pictured=("dark",)),
    State("organisation-accounts-none", "/profile/organisation-accounts/", ("Et ole liittänyt yhtään",), who="minna", organised=True),
    State("profile-organisation", "/profile/", ("Organisaation tunnus", "Liitä tunnus"), organised=True, steps=lambda page: page.locator("a[href='/profile/organisation-accounts/'].button").wait_for()),
    State("sessions", "/profile/sessions/", ("Missä olet kirjautuneena", "Tämä")),
    State("networks", "/networks/", ("Verkostosi", "Selkäjoen nuorten verkosto")),
    State("networks-none", "/networks/", ("Et kuulu vielä",), who="ritva"),
    State("new-network", "/networks/new/", ("Perusta verkosto",)),
    # A network's home and what the map tells.
    State("home", "{net}", ("Verkosto nyt", "Kaikki muutokset"), who="eero", pictured=BOTH, steps=None),
    State("home-empty", "{empty}", ("Tuo tiedosto", "Liitä nimet"), who="otto", pictured=("dark",)),
    State("report", "{net}report/", ("Mitä seuraavaksi", "Luvut ja mitä ne tarkoittavat"), pictured=BOTH),
    State("report-units", "{net}report/?level=unit&map=without", ("Yksiköiden tasolla",)),
    State("report-large", "{thousands}report/", ("Raportti tehdään taustalla",), pictured=("dark",)),
    State("report-empty", "{small}report/", ("Mitä seuraavaksi",)),
    State("reading", "{net}reading/", ("Näytä kartalla",), pictured=BOTH),
    State("reading-answered", "{net}reading/?answered", ("Vastattu", "Avaa uudelleen"), pictured=("dark",)),
    State("reading-not-here", "{net}reading/", ("Miksi teillä ei ole näin?",), steps=_opened(".not-here > summary", ".not-here form")),
    State("answer-finding", "{net}reading/{finding}/", ("Ei näin meillä", "tavoittaa muut vain tätä kautta")),
    State("answer-finding-wrong", "{net}reading/{finding}/", ("Kirjoita muutamalla sanalla",), steps=press("main form button.primary"), status=422),
    State("reading-units", "{net}reading/?level=unit", ("Sudenkuoppia näkyy",), who="minna"),
    State("pitfalls", "{net}pitfalls/", ("Näkyy nyt", "Miten me vältämme sen?", "Kukaan ei ole kysynyt"), pictured=BOTH),
    State("success", "{net}success/", ("Mikä meitä kantaa", "Kukaan ei ole kysynyt"), who="minna", pictured=BOTH),
    State("pitfalls-empty", "{empty}pitfalls/", ("Kukaan ei ole kysynyt",), who="otto"),
    State("diversity", "{net}diversity/", ("Moniasiantuntijuus", "Puuttuu nyt"), pictured=BOTH),
    State("diversity-open", "{net}diversity/", ("Miltä tieteenaloilta", "Tallenna"), steps=_opened("#multi_disciplinary details.more > summary", "#multi_disciplinary form")),
    State("diversity-reader", "{net}diversity/", ("Koordinaattori voi vastata",), who="minna"),
    # The map.
    State("map", "{net}map/", ("Ohjaamo Järvilakeus", "Tiheimmät suhteet"), steps=_drawn, pictured=BOTH),
    State("map-actor", "{net}map/?actor={parish}", ("Järvilakeuden seurakunta",), steps=_drawn),
    State("map-tie", "{net}map/?actor={ohjaamo}&target={minds}", ("Nuorten mielenterveyspalvelut",), steps=_drawn),
    State("map-filters", "{net}map/", ("Mitä kulkee?", "Näytä toivotut suhteet"), steps=_filters, pictured=("dark",)),
    State("map-units", "{net}map/?level=unit", ("Yksiköt",), steps=_drawn),
    State("map-people", "{net}map/?level=person", ("Ihmiset",), steps=_drawn),
    State("map-search", "{net}map/", ("4H-yhdistys",), steps=_search("4h")),
    State("map-search-none", "{net}map/", ("Ei osumia",), steps=_search("xyzzy")),
    State("map-evidence", "{net}reading/", ("Valitse toimija",), steps=_opened("main article a[href*='show=']", ".map-actor")),
    State("map-empty", "{empty}map/", ("Kartta on tyhjä",), who="otto"),
    State("map-small", "{small}map/", ("Etsivä nuorisotyö",), steps=_drawn),
    State("map-hundreds", "{hundreds}map/", ("410 toimijaa",), steps=_painted, pictured=("dark",)),
    State("map-thousands", "{thousands}map/", ("1 510 toimijaa",), steps=_painted, pictured=("dark",)),
    State("map-community", "{thousands}map/", ("1 510 toimijaa",), steps=_community),
    # The tables, and what is written in them.
    State("ties", "{net}ties/", ("Mistä", "Mihin", "Kuka sanoo"), pictured=BOTH),
    State("ties-open", "{net}ties/", ("Kumpi ottaa yhteyttä?", "Tallenna"), steps=_opened("td.cell-edit a", "tr.opened")),
    State("ties-none", "{net}ties/?q=xyzzy", ("Näytä kaikki",)),
    State("ties-reader", "{net}ties/", ("Mistä",), who="minna"),
    State("ties-empty", "{empty}ties/", ("Rantaseudun nuorten verkosto",), who="otto"),
    State("actors", "{net}actors/", ("Palvelut", "Lisää toimija"), pictured=("dark",)),
    State("actors-open", "{net}actors/", ("Nimi", "Tallenna"), steps=_opened("td.cell-edit a", "tr.opened")),
    # What is offered.
    State("coverage", "{net}coverage/", ("Kuka kattaa minkäkin?", "vain Ohjaamo"), pictured=BOTH),
    State("coverage-cell", "{net}coverage/", ("Opinto-ohjaus",), steps=_cell),
    State("coverage-empty", "{small}coverage/", ("Mitkä kunnat?",)),
    State("research", "{net}research/", ("Aineisto tutkimukseen", "Mitä tästä paljastuu"), pictured=("dark",)),
    State("need", "{net}coverage/need/", ("Tarvearvio", "Keitä puuttuu"), pictured=("dark",)),
    State("services", "{net}services/", ("Uraohjaus", "koko alue"), pictured=BOTH),
    State("services-empty", "{small}services/", ("Palveluja ei ole vielä",)),
    State("sort-services", "{net}services/sort/", ("Mitä kukin palvelu on?",), pictured=("dark",)),
    State("sort-services-none", "{small}services/sort/", ("Kaikki on lajiteltu",)),
    State("add-service-dialog", "{net}services/", ("Kuka tarjoaa?",), steps=_opened("a.primary[hx-get*='new']", "dialog[open]"), pictured=("dark",)),
    State("add-service", "{net}services/new/", ("Kuka tarjoaa?",)),
    State("edit-service", "{net}services/", ("Poista palvelu",), steps=_opened("td.cell-edit a", "dialog[open]")),
    State("presence", "{net}actors/{outreach}/presence/", ("Tiistai",)),
    State("map-services", "{net}map/?actor={outreach}", ("Paikalla: Ohjaamo Järvilakeus", "12–16"), steps=_drawn),
    State("actor-card", "{net}actors/{outreach}/", ("Etsivä nuorisotyö", "Yhteystiedot", "Kartalla"), pictured=BOTH),
    State("actor-card-both-ends", "{net}actors/{ohjaamo}/", ("Mitä molemmat päät sanovat",)),
    State("actor-card-asked", "{net}actors/{parish}/", ("ei vielä vastausta", "Pyydä uudelleen"), pictured=("dark",)),
    State("actor-card-reader", "{net}actors/{kela}/", ("Kela",), who="minna"),
    State("confirm", "/confirm/{asked}/", ("Kaikki pitää paikkansa", "Aino Laine"), who="", pictured=BOTH),
    State("confirm-changed", "/confirm/{asked}/", ("Tallenna korjaukset",), who="", steps=_opened("details.more > summary", "[name=missing]"), pictured=("dark",)),
    State("confirm-over", "/confirm/{answered}/", ("Tällä linkillä on jo vastattu",), who="", status=410),
    State("directory", "{net}directory/", ("Kenelle soitan?", "Sano se niin kuin"), who="minna", pictured=("dark",)),
    State("directory-answers", "{net}directory/", ("Tarve:", "Palvelut"), steps=_call("kämppä hakusessa", "#directory-panel h2 ~ .tags"), pictured=BOTH),
    State("directory-none", "{net}directory/", ("Ei osumia. Kokeile toista sanaa.", "Aino Laine"), steps=_call("xyzzy", ".directory-none")),
    State("directory-empty", "{empty}directory/", ("Ei vielä toimijoita", "Lisää toimija"), who="otto"),
    # Who leads where, and the dead ends met.
    State("path", "{net}path/", ("Kuka vie minne?", "Tästä ei tallenneta mitään"), who="eero", pictured=("dark",)),
    State("path-answer", "{net}path/", ("Paras reitti", "Muut reitit"), who="eero", steps=_way("dropout", "Järvilakeus/Sjöslätten"), pictured=BOTH),
    State("path-breaks", "{net}path/", ("Ilmoita tämä umpikuja", "Mitä tapahtui?"), who="eero", steps=_report, pictured=("dark",)),
    State("path-gap", "{net}path/", ("Reittiä ei löytynyt", "Muualla tarjoavat"), steps=_way("education:guidance", "Haapakorpi/Aspmark")),
    State("path-wrong", "{net}path/", ("Valitse jokaisesta merkitystä luettelosta.",), steps=_opened(".path-fields button", ".note.bad"), status=422),
    State("path-empty", "{empty}path/", ("Palveluja ei ole vielä",), who="otto"),
    State("dead-ends", "{net}path/dead-ends/", ("Vastaan tulleet umpikujat", "Eero Mäki"), who="minna", pictured=("dark",)),
    State("dead-ends-open", "{net}path/dead-ends/", ("Kuinka pitkällä", "Poista ilmoitus"), steps=_opened(".dead-end summary", ".dead-end form")),
    State("dead-ends-none", "{small}path/dead-ends/", ("Mistään ei ole ilmoitettu",)),
    # What carries the network.
    State("capacity", "{net}capacity/", ("Mikä meitä kantaa", "Tasot", "Odottaa vastausta"), pictured=BOTH),
    State("capacity-none", "{small}capacity/", ("Ei vielä arvioitu",)),
    State("assess-capacity", "{net}capacity/assess/", ("Mitä tiedämme vain yhdessä?",), who="eero", pictured=("dark",)),
    State("assess-capacity-wrong", "{net}capacity/assess/", ("Sano jotakin ainakin yhdestä ruudusta.",), steps=press("main form button.primary"), status=422),
    State("raise-renewal", "{net}capacity/renewals/new/", ("Mikä organisaatio vastaa?",), who="eero"),
    State("answer-renewal", "{net}capacity/renewals/{renewal}/", ("Mikä on vastaus?",)),
    State("add-actor-dialog", "{net}actors/", ("Nimi", "Tallenna"), steps=_opened("a.primary[hx-get*='new']", "dialog[open]")),
    State("add-actor", "{net}actors/new/", ("Nimi", "Tallenna")),
    State("add-tie-dialog", "{net}ties/", ("Kenelle?", "Tallenna"), steps=_opened("a.primary[hx-get*='new']", "dialog[open]"), pictured=("dark",)),
    State("add-tie", "{net}ties/new/", ("Kenelle?", "Tallenna")),
    State("edit-tie", "{net}ties/{ohjaamo}/{minds}/edit/", ("Kuinka usein?", "Tallenna")),
    State("remove-tie", "{net}ties/{ohjaamo}/{minds}/remove/", ("Ohjaamo Järvilakeus",)),
    State("edit-actor", "{net}actors/{kela}/edit/", ("Nimi", "Tallenna")),
    State("remove-actor", "{net}actors/{kela}/remove/", ("Kela",)),
    State("merge-choose", "{net}actors/{kela}/merge/", ("Yhdistä toimijat", "Kela")),
    State("merge", "{net}actors/{workshop}/merge/?with={outreach}", ("Ovatko nämä sama toimija?", "Etsivä nuorisotyö")),
    State("split", "{net}actors/{kela}/split/", ("Kela",)),
    State("grid", "{net}grid/", ("Kuka tekee kenen kanssa?", "Merkit"), steps=_square, pictured=("dark",), only="desktop"),
    State("grid-one", "{net}grid/", ("Käyty läpi, seuraava",), pictured=("dark",), only="phone"),
    # Getting it in, and taking it out.
    State("import", "{net}import/", ("Tuo tiedosto", "Liitä nimet")),
    State("import-no-names", "{net}import/", ("Liitä nimet",), steps=_bad_names, status=422),
    State("import-usual", "{net}import/usual/?others=Selkäjoki, Haapakorpi", ("Etsivä nuorisotyö, Selkäjoki",)),
    State("import-review", "{net}import/{review}/", ("Näin ymmärsin", "Ehkä sama", "Rivit, joissa on ongelma"), pictured=BOTH),
    State("import-columns", "{net}import/{review}/columns/", ("Mitä kukin sarake tarkoittaa?", "Palvelut", "Lue uudelleen"), pictured=("dark",)),
    State("import-columns-wrong", "{net}import/{review}/columns/", ("Valitse sarake, jossa nimi on.",), steps=_no_name, status=422),
    State("import-no-headings", "{net}import/{bare}/", ("Tai kerro tässä", "Otsikoiden rivi"), status=422, pictured=("dark",)),
    State("import-refused", "{net}import/{refused}/", ("toimijat-vanha.xls",), status=422),
    State("import-done", "{small}import/{done}/", ("Kumoa tuonti",)),
    State("job-waits", "/jobs/{waits}/", ("Odottaa vuoroaan",)),
    State("job-failed", "/jobs/{failed}/", ("Yritä uudelleen",)),
    State("export", "{net}export/", ("GraphML",)),
    State("changes", "{net}changes/", ("Muutokset", "Kumoa"), pictured=("dark",)),
    State("changes-conflict", "{net}changes/#act-{conflict}", ("Kela",), steps=_conflict, status=409),
    # A shared map: prepared, looked at, given; and what its link opens.
    State("shares", "{net}shares/", ("Jaa kartta", "Avoinna", "Luonnos"), pictured=("dark",)),
    State("shares-none", "{small}shares/", ("Mitään ei ole vielä jaettu",)),
    State("new-share", "{net}shares/new/", ("Mitä ulkopuoliset saavat nähdä?",)),
    State("share", "{net}shares/{draft}/", ("Tämän ulkopuolinen näkee", "Ei ole ihminen"), pictured=("dark",)),
    State("share-link", "{net}shares/{draft}/", ("Linkki on valmis",), steps=_fresh_link),
    State("shared", "/share/{shared}/", ("Ihmisiä ei näytetä", "Toimijat"), who="", pictured=BOTH),
    State("shared-embed", "/share/{shared}/embed/", ("Avaa merkkien selitys",), who=""),
    State("shared-over", "/share/{closed}/", ("Karttaa ei enää jaeta",), who="", status=410),
    State("shared-none", "/share/nothing/", ("Linkin takana ei ole mitään",), who="", status=404),
    # The card, both ends of ties, aims.
    State("card-copy", "{net}card/whole/", ("Excel-tiedosto", "omin sanoin"), pictured=BOTH),
    State("card-copy-then", "{net}card/whole/?version={version}", ("Sellaisena kuin se oli",), who="minna"),
    State("card", "{net}card/", ("Verkostokortti", "Mitä todella tehdään"), pictured=BOTH),
    State("card-empty", "{small}card/", ("0/10 kysymykseen on vastattu",)),
    State("card-reader", "{net}card/", ("Tavat ja kanavat",), who="minna"),
    State("card-open", "{net}card/", ("Muut tavat", "Tallenna"), steps=_opened("#question-channels .card-row a", "#question-channels form")),
    State("card-question", "{net}card/done/", ("Mitä tavallisella viikolla tapahtuu?", "Tallenna")),
    State("card-version", "{net}card/versions/{version}/", ("Nyt, ja mikä muuttui", "sama nyt"), pictured=("dark",)),
    State("relations", "{net}relations/", ("molemmat päät", "toinen pää")),
    State("relations-none", "{small}relations/", ("Kukaan ei ole vielä kertonut",)),
    State("relation", "{net}relations/{school}/{ohjaamo}/", ("Mikä toimii", "muistiin merkitsi"), pictured=BOTH),
    State("relation-folded", "{net}relations/{school}/{jobs}/", ("Kirjoita ensin oma puolesi",), who="eero"),
    State("relation-open", "{net}relations/{school}/{ohjaamo}/", ("Tämän näkevät", "Tallenna"), steps=_opened(".ends .card-head a", ".ends form")),
    State("relation-say", "{net}relations/{minds}/{ohjaamo}/words/", ("Et edusta tätä päätä",)),
    State("aims", "{net}aims/", ("Määräpäivä ohi", "Kuullaan nuoria suunnittelussa"), pictured=BOTH),
    State("aims-none", "{small}aims/", ("Ei vielä tavoitteita",)),
    State("add-aim", "{net}aims/new/?possibility=deepen", ("Kuka huolehtii, että asia etenee?",)),
    State("add-aim-wrong", "{net}aims/new/", ("Korjaa ensin nämä",), steps=press("main form button.primary"), status=422),
    State("review-aim", "{net}aims/{aim}/review/", ("Kuinka pitkällä tavoite on?",), pictured=("dark",)),
    # What was agreed.
    State("agreements", "{net}agreements/", ("Sovitut toimet", "Määräpäivä ohi", "Kesken"), pictured=BOTH),
    State("agreements-settled", "{net}agreements/", ("Luovuttu",), steps=press(".fold > summary")),
    State("agreements-chosen", "{net}agreements/?whose=mine", ("Kaikki on hoidettu",)),
    State("agreements-none", "{small}agreements/", ("Ei vielä sovittuja toimia",)),
    State("agreements-reader", "{net}agreements/", ("Määräpäivä ohi",), who="minna"),
    State("agree", "{net}agreements/new/", ("Mitä tehdään?", "Jätä nimi pois")),
    State("agree-finding", "{net}agreements/new/?origin=finding&key={finding}", ("tavoittaa muut vain tätä kautta",), pictured=("dark",)),
    State("agree-wrong", "{net}agreements/new/", ("Korjaa ensin nämä",), steps=press("main form button.primary"), status=422),
    State("agreement", "{net}agreements/{agreed}/", ("Opot mukaan", "Miten asia on edennyt"), pictured=BOTH),
    State("agreement-finding", "{net}agreements/{from_finding}/", ("Mistä tämä lähti", "takaisin ei tule mitään")),
    State("agreement-let-go", "{net}agreements/{let_go}/", ("Teams-kanavaa luetaan", "Ota uudelleen työn alle")),
    State("agreement-reader", "{net}agreements/{agreed}/", ("Opot mukaan",), who="minna"),
    # Members and settings.
    State("members", "{net}members/", ("Jäsenet", "leena.uusitalo@kunta.example")),
    State("members-reader", "{net}members/", ("Jäsenet",), who="minna"),
    State("read-tokens", "{net}read-tokens/", ("Tiedot ohjelmille", "Kuntaraportti", "ei ole vielä käytetty")),
    State("read-tokens-none", "{small}read-tokens/", ("Mikään ohjelma ei lue tätä verkostoa",)),
    State("read-token-new", "{net}read-tokens/", ("Kopioi lukuavain nyt",), steps=_give_token, pictured=("dark",)),
    State("read-token-wrong", "{net}read-tokens/", ("Ei vielä tallennettu",), steps=_give_nothing, status=422),
    State("settings", "{net}settings/", ("Asetukset", "Rajaus")),
    # When something is refused.
    State("error-403", "{net}grid/", ("403",), who="minna", status=403),
    State("error-404", "{net}nowhere/", ("404",), status=404),
    State("error-413", "/guide/too-large/", ("413",), who="", status=413),
    State("error-429", "/guide/too-many/", ("429",), who="", status=429),
    State("error-500", "/guide/broken/", ("500",), who="", status=500),
)  # fmt: skip
