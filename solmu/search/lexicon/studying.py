"""The only place for the words of going to school, choosing a field and learning."""

from __future__ import annotations

STUDYING = """
= dropout: opintojen keskeytyminen / avbrutna studier / studies broken off
> study_guidance outreach workshop preparatory ohjaamo student_welfare
koulu kesken, koulu jäi, koulut kesken, opinnot kesken, opiskelu kesken, opinnot katkolla, jättänyt koulun, jätti koulun,
lopetti koulun, lopettanut koulun, lopetti opinnot, koulu katkesi, opinnot katkesivat, keskeytti koulun, keskeyttä* opin*,
keskeytyn* opin*, keskeyttäneet, keskeyttänyt, opintojen keskeyttäminen, keskeyttämisuhka, keskeyttämisvaara, erota koulusta,
erosi koulusta, eronnut koulusta, eronneet opiskelijat, eroamassa opinnoista, eroaa koulusta, dropannut, droppas koulun, dropout, koulupudokas,
koulupudokkaat, koulunsa keskeyttäneet, lintsaa, lintsaaminen, putosi koulusta, tipahti koulusta, ei tutkintoa, ilman tutkintoa,
läpäisy, läpäisyn tehostaminen
sv: hoppat av skolan, hoppa av studierna, hoppade av, avhoppare, avhopp*, avbrutit studierna, avbrutit skolan, avbrott i studierna,
studieavbrott, studierna avbröts, avbryter studier*, slutat skolan, lämnat skolan, slutade skolan, avgå från skolan, utan examen, dropouts
en: dropped out of school, quit school

= school_absence: poissaolot koulusta / skolfrånvaro / absence from school
> student_welfare outreach study_guidance school_support
ei käy koulussa, ei mene kouluun, ei jaksa kouluun, ei halua kouluun, poissa koulusta, pois koulusta, koulupoissaolo*, poissaolo*,
koulukammo, koulupelko, koulua käymätön, koulunkäyntikieltäyty*, koulunkäymättömy*, kouluakäymättömy*, skippaa koulun, skippaa tunnit, pinnaa, pinnaaminen,
pinnata koulusta, luvattomat poissaolot, kouluun kiinnittyminen, sitouttava kouluyhteisötyö, koulupinnari
sv: går inte i skolan, vill inte gå till skolan, skolkar, skolkning, skolk, skolfrånvaro*, frånvaro från skolan, borta från skolan, hemmasittare,
problematisk frånvaro, skolvägran
en: does not go to school, truancy, skips school

= no_place: ei opiskelupaikkaa / ingen studieplats / no place to study
> study_guidance preparatory folk_high_school ohjaamo workshop vocational
ei päässyt kouluun, ei päässyt opiskelemaan, jäi ilman opiskelupaikkaa, ilman opiskelupaikkaa, ilman koulupaikkaa, jäi ilman paikkaa,
ei opiskelupaikkaa, ei koulupaikkaa, ei saanut paikkaa, ei saanut opiskelupaikkaa, ei saanut koulupaikkaa, opiskelupaik*, koulupaik*, välivuosi, välivuotta,
mihin kouluun, minne kouluun, minne opiskelemaan, hakea kouluun, haku kouluun, yhteishaku*, jatkuva haku, jatkuvan haun, jälkihaku, hakeutuminen koulutukseen,
hakeutumisvaihe, koulutuspaik*, opintoihin hakeminen, koulutukseen hakeminen, yhteisvalin*, opintopolku, pyrkiä kouluun, peruskoulun jälkeen, nivelvaihe*
sv: kom inte in i skolan, kom inte in, ingen studieplats, utan studieplats, fick ingen studieplats, studieplats*, utbildningsplats*, skolplats,
söka till skola, söka utbildning, gemensam ansökan, kontinuerlig ansökan, mellanår, sabbatsår, efter grundskolan, studieinfo
en: no study place, gap year, apply to school

= career_choice: ammatinvalinta ja urasuunnittelu / yrkesval och karriärplanering / choosing a career
> study_guidance ohjaamo employment
ei tiedä mitä haluaa, en tiedä mitä haluan, ei tiedä mitä tekisi, mitä haluan opiskella, mikä minusta tulee, mikä isona, isona, mikä ala, väärä ala, vaihtaa alaa, alanvaihto, alan vaihto, mitä opiskella,
hukassa, suunta hukassa, tulevaisuus hukassa, suunta kateissa, tulevaisuus auki, tulevaisuuden suunnitel*, ei tiedä mihin hakea, ammatinvalin*, urasuunnit*, uraohja*, uravalmen*, urapolku, urapalvel*,
urapsykolog*, uraneuvon*, unelma-ammatti, unelma ammatti, tulevaisuusohja*, jatko-opin*, jatko opin*, koulutusneuvon*, ohjaus ja neuvonta uralle, alavalin*, ammatinvalintapsykolog*, vahvuuksien tunnistaminen, suunnitelma koulutukseen
sv: vet inte vad jag vill, vet inte vad hen vill, vad ska jag bli, fel bransch, fel linje, byta bransch, byta linje, yrkesval*, karriärplanering, karriärvägled*, karriärhandled*,
karriär*, yrkesvägled*, yrkesvalspsykolog*, framtidsplan*, fortsatta studier, välja utbildning
en: career guidance, does not know what to study, career choice

= study_guidance: opinto-ohjaus / studiehandledning / study guidance
~ opo, opon, opot, opoja, opolle, opoilta, opinto-ohjaaj*, opinto ohjaaj*, opinto-ohja*, opinto ohjaus, oppilaanohja*, oppilaanohjaaj*, ohjauspäällikkö, hakijapalvelut, opintoneuvon*, opintoneuvoja*, erityisopettaja ja opo,
opiskelijapalvelut, tehostettu ohjaus, tehostettu henkilökohtainen ohjaus, jälkiohjaus, jälkiohja*, ohjausvastuu, hops, henkilökohtainen opintosuunnitelma
sv: studiehandled*, elevhandled*, studievägled*, studierådgiv*, ansökningsservice, studiebyrå
en: study guidance, guidance counsellor, study counsellor

= school_support: tuki oppimiseen / stöd för lärande / support for learning
> student_welfare study_guidance preparatory special_education
oppimisvaike*, lukivaike*, lukihäiri*, luki-*, lukivaikeu*, lukeminen vaikeaa, lukeminen on vaikeaa, matikka vaikeaa, matematiikka vaikeaa, koulu vaikeaa, koulu ei suju, opiskelu ei suju, läksyt, läksyjen*, läksyapu, läksykerho, läksyhel*, tukiopetu*, oppimisen tuki,
opiskelun tuki, opiskelun tukea, oppimisvalmennus, opiskeluvalmen*, erityinen tuki, tehostettu tuki, yksilöllinen tuki, vaativa tuki, vaativan erityisen tuen, erityisen tuen, erityistä tukea, opinnot jumissa, rästit, rästejä, rästikurss*, opintojen rästit, kurssit rästissä, rästipaja, opinnot viivästy*, opinnot ei etene,
opinnot eivät etene, koulunkäynnin tuki, koulunkäynninohjaaja*, opintopaja, opva, numerot huonoja, korottaa numeroita, luokalle jäänyt, jäämässä luokalle, keskittyminen koulussa
sv: inlärningssvårig*, läs- och skrivsvårigheter, läs och skriv*, lässvårig*, skrivsvårig*, dyslexi, dyslektiker, dyskalkyli, läxor, läxhjälp, läxläsning, stödundervisning, stöd för inlärning, stöd i studierna, studierna går inte framåt, särskilt stöd, intensifierat stöd,
krävande särskilt stöd, släpar efter, studieverkstad, studiestödstimmar
en: learning difficulties, dyslexia, homework help

= special_education: erityisopetus / specialundervisning / special education
erityisopet*, erityiskoul*, erityisammattioppilait*, ammatillinen erityisoppilaitos, telma, valmentava koulutus, pienryhmäopetus, pienluokka, oppimis- ja ohjauskesku*, valteri, kiipula, luovi, spesia, live-säätiö, erityisluokka
sv: specialundervis*, specialläroanstalt, specialyrkes*, speciallärare, specialklass, optima
en: special education

= student_welfare: opiskeluhuolto / elevhälsa / student welfare
~ opiskeluhuol*, opiskelijahuol*, oppilashuol*, kuraattor*, koulukuraattor*, kura, koulupsykolog*, opiskelupsykolog*, psyykkari, koulupsykologi, koulun psykologi, psykologi koulussa, opiskelijan hyvinvointi, kouluvalmenta*, koulucoach*
sv: elevhälsa*, elevvård*, studerandevård*, kurator*, skolkurator*, skolpsykolog*, skolcoach*, studerandes välbefinnande
en: school social worker, student welfare

= student_health: opiskeluterveydenhuolto / studerandehälsovård / student health care
> health_services
~ opiskeluterveyden*, opiskelijaterveyden*, kouluterveyden*, kouluterkka*, koulun terkkari, terkkari, terkka, terveydenhoitaj*, kouluterveydenhoitaj*, opiskeluterveydenhoitaj*, yths, koululääkäri
sv: studerandehälsovård*, studenthälsa*, skolhälsovård*, skolhälsan, hälsovårdare, hälsovårdaren, skolläkare, shvs, studenthälsan
en: school nurse, student health

= vocational: ammatillinen koulutus / yrkesutbildning / vocational education
~ amis, amiksen, amikseen, amiksessa, amispaikka, ammattikoulu*, ammattiopisto*, ammattioppilaito*, ammatillinen koulutus, ammatillise*, ammatillisen koulutuksen, ammatillinen perustutkinto, perustutkin*, ammattitutkin*, koulutuskuntayhtymä*, ammattiin opiskelu, ammattikoulutus, ammatti opiskel*
sv: yrkesskol*, yrkesinstitut*, yrkesutbild*, yrkesläroanstalt*, yrkesexam*, grundexamen, amis, yrkesstud*
en: vocational school, vocational college

= upper_secondary: lukio / gymnasium / upper secondary school
~ lukio*, lukiokoulu*, ylioppilaskirjoit*, ylppärit, aikuislukio*, iltalukio*, etälukio*, nettilukio*, abi, abit, kaksoistutkin*, lukiolai*
sv: gymnasi*, studentexamen, studentskriv*, vuxengymnasi*, kvällsgymnasi*, kombistud*
en: upper secondary school, high school

= comprehensive: peruskoulu / grundskola / comprehensive school
~ peruskoul*, yläkoul*, yläaste*, ysiluokka, ysi, ysit, yseille, yhdeksäsluokkalai*, perusopetu*, aikuisten perusopetu*, kymppiluokka, kymppi, päättötodistus, peruskoulu suorittamatta, peruskoulu kesken, oppivelvollis*, yhtenäiskoulu*, koulu ilman päättötodistusta
sv: grundskol*, högstadi*, grundläggande utbildning, nionde klass, tiondeklass, läropliktig*, läroplikt*, avgångsbetyg
en: comprehensive school, basic education

= preparatory: valmentava koulutus (TUVA) / handledande utbildning (Hux) / preparatory education
~ tuva, tuvaan, tuvalle, tuva-koulu*, tuvakoulu*, tutkintokoulutukseen valmentava*, valma, luva, kymppiluokka, valmentava vuosi, valmentava koulutus, valmentavaan koulutukseen, lisäopetu*, arvosanojen korottaminen, opistovuosi, opistovuodet oppivelvollisille
sv: hux, huxutbild*, hux-utbild*, handledande utbildning*, utbildning som handleder, förberedande utbildning*, påbyggnadsundervisning, folkhögskoleår
en: preparatory education

= folk_high_school: kansanopisto ja vapaa sivistystyö / folkhögskola och fritt bildningsarbete / folk high school and liberal adult education
~ kansanopisto*, kansalaisopisto*, työväenopisto*, opisto, opistolla, kesäyliopisto*, opintokesku*, vapaa sivistystyö, avoin opisto, raamattuopisto, kristillinen opisto, evankelinen opisto, opistovuosi
sv: folkhögskol*, medborgarinstitut*, arbetarinstitut*, arbis, medis, sommaruniversitet*, studiecentral*, fritt bildningsarbete
en: folk high school, adult education centre

= higher_education: korkeakoulu / högskola / higher education
~ korkeakoul*, yliopist*, ammattikorkeakoul*, amk, amkiin, yliopistoon, avoin yliopisto, avoin amk, väyläopin*, tutkinto-opiskel*, pääsykoe, pääsykokeet, korkeakouluop*
sv: högskol*, universitet*, yrkeshögskol*, öppna universitetet, inträdesprov
en: university, higher education

= apprenticeship: oppisopimus / läroavtal / apprenticeship
> vocational employment enterprises
oppisopimu*, oppisopparil*, oppisoppari*, oppis, oppari, koulutussopimu*, oppia töissä, oppia työssä, työssäoppi*, työssä oppi*, oppii tekemällä, töissä oppiminen, top-paikka, top-jakso, harjoittelupaik*, työharjoittelu*, harjoitteluun, harkka*, työelämäjakso, ennakkojakso
sv: läroavtal*, utbildningsavtal*, lära i arbetet, lärande i arbetet, inlärning i arbetet, praktikplats*, praktik, arbetspraktik, yrkespraktik, lärling*
en: apprenticeship, traineeship, internship

= abroad: ulkomaille lähteminen / utomlands / going abroad
ulkomail*, vaihto-oppila*, vaihtoon, vaihto opiskel*, erasmus, erasmus+, eurodesk, työharjoittelu ulkomailla, solidaarisuusjoukot, euroopan solidaarisuusjoukot, kansainvälinen nuorisotyö, kansainväli*, maailmalle, interrail, maailmalla, opiskelu ulkomailla, töihin ulkomaille, cimo, vapaaehtoistyö ulkomailla, nuorisovaihto, nuorisovaihdot
sv: utomlands, utbytesstud*, utbytes*, internationellt ungdomsarbete, internationell*, jobba utomlands, studera utomlands, ungdomsutbyte, frivilligarbete utomlands, volontär
en: go abroad, exchange student

= preschool_language: kielen opiskelu / språkstudier / learning the language
> immigrants folk_high_school
suomen kieli, suomen kielen, suomen kieltä, suomea, suomen opiskelu, oppia suomea, ei osaa suomea, ei puhu suomea, suomi toisena kielenä, s2, kielikurss*, kielikoulu*, kielitaito*, kielikahvila*, kielikaveri*, kielituki, kieliharjoittelu, ruotsin kieli, suomen kurssi, suomen kurssit, puhekahvila, kielten opiskelu, lukutaito*, luku- ja kirjoitustaito
sv: lära sig finska, lära sig svenska, kan inte finska, kan inte svenska, talar inte svenska, talar inte finska, pratar inte finska, pratar inte svenska, svenska kurs, finska kurs, språkkurs*, språkcafé*, språkkafé*, språkvän*, språkkunskap*, läskunnighet*, svenska som andraspråk, språkbad
en: learn finnish, learn swedish, language course, does not speak finnish
"""
