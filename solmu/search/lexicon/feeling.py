"""The only place for the words of mind, body, substances and safety."""

from __future__ import annotations

FEELING = """
= mind: mielenterveys / psykisk hälsa / mental health
> mental_services student_welfare student_health outreach chat
mielenterv*, mt-ongelm*, masis, masiksen, masista, masentaa, masentun*, masennu*, masennuk*, masennus, masentunut, ahdis*, ahdistaa, ahdistu*, ahdistus, angst*, ängsti, paha olo, paha olla, pahaa oloa, huono fiilis, fiilikset maassa, mieli maassa, mieli matalalla, alakul*, alavire*, surumiel*, pää hajalla, pää hajoaa, pää sekaisin, hajoamassa, hajoo, henkisesti, henkinen hyvinvointi, henkinen paha, henkinen jaksaminen, psyykkinen, psyykki*, psyykkaa, psyyk*, paniikkikoht*, paniikki*, paniikk*, pelkotil*, pelot, jännit*, jännittä*, sosiaaliset tilanteet pelottaa, sosiaalisten tilanteiden pelko, sosiaalinen jännittäminen, ei uskalla lähteä, ei uskalla poistua kotoa, itku, itkee, itketytt*, ei jaksa mitään, ei mikään kiinnosta, mikään ei kiinnosta, mikään ei huvita, ei huvita, toivoton, toivottomu*, elämä ei maistu, mielialahäiri*, mieliala*, bipo*, kaksisuuntai*, psykoosi*, harhoja, kuulee ääniä, pakko-oire*, ocd, trauma*, keskusteluap*, keskustelutu*, jutella jonkun kanssa, puhua jollekin, jollekin puhua, joku jolle puhua, puhu jollekin, juttuseura*, terapia*, terapiaan, terapeut*, *terapia, nupit jumissa, mieli, mielen hyvinvoin*, itsetunto*, stressi*, stressaa, stressaantu*, burnout, burnoutti, loppuun palanut, uupum*, uupun*, uupunut, väsyny* elämään, nuupahtanut, ylikuormittu*
sv: psykisk*, psykiskt, mental hälsa, mentala problem, må dåligt, mår dåligt, mår psykiskt dåligt, mår inte bra, nere, känner sig nere, ledsen, deppig, depp, deprimera*, depression*, ångest*, ångestattack*, oro, orolig*, panik*, panikattack*, panikångest*, rädd för att gå ut, rädsl*, social fobi, social ångest, orkar inte, orkar inte mera, orkar ingenting, inget känns roligt, hopplös*, gråter, bipolär*, psykos*, hör röster, tvångs*, trauma*, terapi*, terapeut*, samtalsstöd*, samtalshjälp*, samtal, någon att prata med, någon att tala med, prata med någon, prata om hur man mår, självkänsla*, självförtroende*, stress*, utbränd*, utmattad*, utmattning*
en: depressed, depression, anxiety, panic attack, feels bad, mental health

= mental_services: mielenterveyspalvelut / mentalvårdstjänster / mental health services
~ mielenterveyspalv*, mielenterveystoim*, mielenterveysyhdist*, mielenterveysneuv*, mielenterveyshoit*, nuorisopsykia*, psykiatri*, psykia*, psyka, nuorisopsyka, psykolog*, psykologi, mt-palvelu*, mtt, miepä*, mieliry, mieli ry, mielenterveyden keskusliit*, mielenterveys- ja päihde*, depressiohoitaj*, psyk.*, psykoterap*, sekasin, nuorten mielenterv*, mielenterveyspol*, nuorten kriisi*, matalan kynnyksen mielenterv*, terapiat etulinjaan
sv: mentalvård*, mentalhälso*, psykiatri*, psykolog*, ungdomspsykiatri*, psykosocial*, psykoterapi*, psykisk hälsa rf, mental- och missbrukar*, mieli rf, mental- och beroende*, sekasin
en: mental health services, psychologist, psychiatrist

= crisis: kriisi / kris / crisis
> crisis_help mental_services chat
kriisi*, kriisissä, kriisiap*, ei halua elää, en halua elää, ei jaksa elää, en jaksa elää, ei halua enää elää, haluaa kuolla, haluan kuolla, itsemur*, itsetuho*, itsetuhoi*, viiltel*, viiltely, satuttaa itseään, vahingoittaa itseään, itsensä vahingoitt*, itsensä satut*, itseään satuttava, vaara itselle, tappaa itsensä, hätä, hätätilan*, akuutti, heti apua, yöllä apua, äkillinen, päivystys, päivysty*, sokki, shokki, järkyttävä tapahtum*, onnettomu*
sv: kris, krisen, kris*, krishjälp, krisstöd, akut, vill inte leva, orkar inte leva, vill dö, självmord*, suicid*, självdestruktiv*, självskad*, skär sig, skadar sig, nöd, jour*, dejour*, chock*, olycka
en: crisis, suicidal, self-harm

= crisis_help: kriisiapu ja päivystys / krishjälp och jour / crisis help
~ kriisikesku*, kriisipuhel*, kriisityö*, kriisiap*, kriisivastaan*, sosiaalipäivyst*, sosiaali- ja kriisipäivyst*, kriisipäivyst*, päivystyspuhel*, päivystys, nuorten kriisipiste, psykiatrinen päivystys, hätäkesku*, 112, kriisi-*
sv: kriscent*, kristelefon*, socialjour*, social- och krisjour*, krisjour*, krisarbete, kristelefon, nödcentral*, jourtelefon*
en: crisis centre, crisis line

= chat: chatit ja auttavat puhelimet / chattar och hjälptelefoner / chats and helplines
chat, chatti*, chatissä, nettituk*, verkkotuk*, auttava puhelin, nuorten puhelin, lasten ja nuorten puhelin, sekasin*, tukinet, verkossa keskustel*, etäohja*, verkkonuoriso*, nuortennetti, palveleva puhelin, palveleva chat, nettiin puhua, anonyymi*, nimettömä*, discord*, someohja*, verkko-ohja*
sv: chatt*, hjälptelefon*, barn- och ungdomstelefon*, nätstöd*, webbstöd*, anonym*, ungdomschatt*, samtalstjänst*, discord*, webbhandled*
en: chat, helpline

= loneliness: yksinäisyys / ensamhet / loneliness
> youth_work group friend parish outreach
yksinäi*, yksinäisy*, yksinäinen, yksin, on yksin, aina yksin, ei kavereita, ei kaveria, ei ole kavereita, ei ystäviä, ei ystävää, ei ole ystäviä, kavereit*, kavereita, kaverit puuttuu, saada kavereita, uusia kavereita, löytää kavereita, ystäviä, ystävä puuttuu, kaverikoir*, porukan ulkopuolella, ulkopuoli*, ulkopuolisuu*, ulkopuolelle jää*, jää porukasta, ei kuulu porukkaan, ei kuulu mihinkään, eristäyty*, eristäytynyt, erakoit*, sosiaaliset suhteet, ei tunne ketään, uusi paikkakunta, ihmissuhte*, sosiaaliset taidot, seuraa, juttukaver*
sv: ensam, ensamhet*, ensamma, inga vänner, inga kompisar, har inga vänner, har inga kompisar, vänner, kompisar, utanför*, utanförskap, utfryst, isoler*, isolering, känner ingen, nya vänner, hitta vänner, få vänner, umgänge, sällskap
en: lonely, loneliness, no friends

= friend: kaveri- ja tukihenkilötoiminta / vän- och stödpersonsverksamhet / befriending
ystävätoimin*, kaveritoimin*, tukihenkilö*, tukiperhe*, tukihlö, mentor*, mentoroin*, vertaistu*, vertaistuki*, vertaistukiryhm*, vertaisohja*, vertaiset, kummitoimin*, bestis*, isokaveri*, tukihenkilötoim*, ystävänä
sv: vänverksam*, stödperson*, stödfamilj*, mentor*, kamratstöd*, kamrat*, vänskapsverksam*, fadderverksam*, kompisverksam*, referensgrupp
en: support person, peer support, befriending

= bullying: kiusaaminen / mobbning / bullying
> student_welfare mediation youth_work
kiusa*, kiusaami*, kiusataan, kiusattu, kiusaus, koulukius*, nettikius*, kiusaaj*, haukkuu, haukutaan, haukku*, syrji*, syrjintä, syrjitään, rasism*, rasisti*, vihapuhe*, häirint*, häiritään, häiriköi*, some-vihaa, somevih*, pilkka*, pilkataan, nimittel*, porukasta pois jättäminen, työpaikkakius*
sv: mobb*, mobbning, mobbas, nätmobb*, mobbad, retas, retar, trakasser*, diskriminer*, rasism*, hatprat, näthat, kränk*, kränkning*
en: bullying, bullied, discrimination, racism, harassment

= violence: väkivalta / våld / violence
> violence_help police crisis_help social_work child_welfare
väkival*, väkivalta*, lyö, lyödään, löi, lyönyt, hakkaa, hakkasi, hakattu, hakattiin, turpaan, pahoinpit*, pahoinpid*, lähisuhdeväkival*, perheväkival*, parisuhdeväkival*, henkinen väkivalta, kotona lyödään, pelkää kotona, pelkää isää, pelkää poikaystävää, poikaystävä lyö, kumppani lyö, uhkaa, uhkail*, uhattu, uhkaus, vaino*, vainoami*, stalkka*, stalkkeri*, kontrolloi, kunniaväkival*, kunniaan liitty*, pakkoavio*, ihmiskaup*, hyväksikäyt*, seksuaaliväkival*, seksuaalinen väkivalta, seksuaalinen häirint*, raiska*, raiskaus, lähentel*, ahdistel*, groom*, alastonkuv*, nudet, nudei*, uhri, uhrin, uhrit, väkivallan tekijä, väkivaltai*, aggressii*, raivokohta*, vihanhallin*
sv: våld*, våldsam*, slår, slagen, blir slagen, misshand*, närståendevåld*, våld i nära relation*, familjevåld*, pojkvännen slår, partnern slår, rädd hemma, rädd för pappa, hot, hotar, hotad, hotelse*, stalk*, förföljelse, hedersvåld*, hedersrelat*, tvångsäktenskap, människohandel, sexuellt våld, sexuella trakasserier, våldtäkt*, övergrepp*, utnyttja*, ofredande, nakenbild*, grooming, offer, aggressiv*, ilska, vrede, vredeshantering
en: violence, abuse, threatened, rape, stalking

= sexual_violence: seksuaaliväkivalta / sexuellt våld / sexual violence
> violence_help police crisis_help health_services student_health
raiska*, raiskat*, raiskaus, seksuaaliväkival*, seksuaalinen väkivalta, seksuaalinen häirint*, seksuaalinen hyväksikäyt*, hyväksikäyt*, pakot* seksi*, pakot* sänky*, pakotti, pakotettu, ilman suostumu*, vasten tahto*, vastoin tahto*, ei halunnut seksi*, koskettel*, kourii, käpälöi, kähmi*, lähentel*,
ahdisteli, groom*, alastonkuv*, nudet, kuvilla kirist*, kirist* kuv*, seri, seri-*
sv: våldtäkt*, våldtag*, sexuellt våld, sexuella övergrepp, sexuella trakasserier, övergrepp*, utnyttjad, sexuellt utnyttj*, tvingad till sex, tvingade till sex, tvingad, mot sin vilja, utan samtycke, tafsa*, antast*, grooming, nakenbild*, utpressning med bilder
en: rape, sexual assault, sexual abuse, forced to have sex

= family_drinking: läheisen päihteet / närståendes missbruk / somebody close drinks
> substance_services family_services child_welfare shelter chat crisis_help
isä juo, iskä juo, faija juo, faija dokaa, isä dokaa, äiti juo, äiskä juo, mutsi juo, mutsi dokaa, äiti dokaa, vanhemmat juo, vanhemmat juovat, vanhempi juo, poikaystävä juo, tyttöystävä juo, veli vetää, sisko vetää, kaveri vetää, kotona juodaan, kotona ryypätään, läheisen päihteet, läheisen päihteiden käyttö, läheisen alkohol*, päihdeperhe*, päihdeongelmaisen läheinen, läheisille päihde*, alkoholistiperhe*, varjomaailma*, lasinen lapsuus
sv: föräldrar dricker, föräldrarna dricker, mamma dricker, pappa dricker, farsan dricker, morsan dricker, farsan super, morsan super, pappa super, pojkvännen dricker, närståendes missbruk, anhörig dricker, anhöriga till missbrukare, dricker hemma
en: parents drink, father drinks, mother drinks

= violence_help: apu väkivaltaan / hjälp vid våld / help against violence
~ turvakot*, turvakoti*, ensi- ja turvako*, nollalinja*, rikosuhripäivyst*, riku, rikosuhri*, väkivaltatyö*, lähisuhdeväkivaltatyö*, naisten linja*, naistenlinja*, tukinainen, väestöliit*, seri-*, seri-tuki*, raiskauskriis*, sopu-työ, monika-naiset, monika, lyömätön linja, miehen linja, väkivallan ehkäisy*, väkivallan katkai*, ihmiskaupan uhrien auttamis*, turvatal*, tyttöjen talo, poikien talo
sv: skyddshem*, mödra- och skydds*, brottsofferjour*, nollinje*, kvinnolinje*, tukinainen, kvinnojour*, seri-*, våldsarbet*, stöd för våldsutsatt*, skyddshus*, de ungas skyddshus
en: shelter, victim support

= shelter: turvapaikka yöksi / natthärbärge / shelter
> violence_help crisis_help
nuorten turvatalo*, turvatal*, karannut kotoa, karkasi kotoa, ei voi mennä kotiin, ei uskalla mennä kotiin, ei uskalla kotiin, ei pääse kotiin, hatkassa, hatkat, kateissa, vastaanottokot*, yöpymi*, yömajat, yömaj*, turvako*
sv: de ungas skyddshus, rymt hemifrån, rymling, kan inte gå hem, vågar inte gå hem, natthärbärge*, skyddshus*
en: run away, cannot go home

= substances: päihteet / rusmedel / alcohol and drugs
> substance_services outreach student_health
päihde*, päihteet, päihteiden*, päihteitä, päihtei*, päihtynyt, alkohol*, juo, juominen, juo liikaa, juomi*, juopottel*, ryyppää, ryyppäämi*, dokaa, dokaami*, dokailu*, kännissä, känni, kännäily, viina, viinaa, viinan*, bisse, kaljaa, kalja, humala*, huume, huumeet, huumei*, huume*, huumeid*, *huume, kama, kamaa, kamat, vetää kamaa, vetää jotain, vetää aineita, aineissa, aineet, aineita, aineiden käyttö, douppa, douppaa, dokaus, nisti, narkkar*, narkkaa, narkoma*, pilvi, pilveä, pilvee, polttaa pilveä, pössyt*, pössytte*, budi, budia, budii, kannabis*, kukkaa, hasis, ganja, ruoho, weed, piri, pirii, piriä, amfe*, amfetam*, spiidi*, essot, ekstaasi, ekstaas*, mdma, koka, kokaiini*, kokaii*, subu*, subutex*, buprenorf*, opioid*, opiaatt*, korvaushoit*, lääkkeiden väärink*, bentsot, bentso*, pamit, nappeja, nappi, napit, alpra, gamma, lakka, lakan hengit*, impata, imppaa, trippi, trippaa, pistää huumeita, suonensisä*, riippuvuu*, riippuvai*, addikt*, koukussa, koukkuun, katko, katkolle, katkaisuhoi*, katkaisu*, vieroitu*, vieroitt*, raitist*, raitti*, kuiville, selvin päin, retkahd*, sekakäyt*, päihderiippu*, jätkä vetää, bilekäyt*
sv: rusmedel*, berusningsmedel*, missbruk*, missbrukar*, alkohol*, dricker, dricker för mycket, supa, super, fyll*, full, sprit, öl, drog, droger, drog*, narkotika*, knark*, knarkar, knark, pund*, pundare, röker gräs, röker på, röka på, gräs, brass, cannabis*, hasch, spice, weed, amfetamin*, kokain*, opioid*, subutex*, substitution*, läkemedelsmissbruk, tabletter, beroende*, beroende av, fast i, avgift*, avvänj*, nykter*, bli nykter, återfall, rusa, påverkad
en: drugs, alcohol, substance abuse, addiction, drinking

= substance_services: päihdepalvelut / missbrukartjänster / substance services
~ päihdepalv*, päihdehuol*, päihdeneuv*, päihdekunt*, päihdetyö*, päihdesair*, päihdeklin*, päihdelinja*, päihdehoit*, ehkäisevä päihdetyö, ehyt, ehyt ry, a-klinik*, a klinik*, aklinik*, a-kilta*, nuorisoasema*, katkaisuhoito-as*, korvaushoitoklinik*, huumehoit*, terveysneuvonpist*, ana, na, aa, na-ryhm*, aa-ryhm*, irti huumeista, miepä*, mielenterveys- ja päihdepalv*, päihdetyöntek*, nuorten päihde*, deaddis
sv: missbrukarvård*, missbrukartjänst*, beroendevård*, a-klinik*, rusmedelstjänst*, ungdomsstation*, alkohol- och drog*, ehyt*, substitutionsbehandl*, drogförebygg*, förebyggande rusmedel*, mental- och missbrukar*, avgiftning*, na-grupp, aa-grupp
en: substance services, rehab

= smoking: tupakka ja nuuska / tobak och snus / tobacco and snus
> student_health substance_services
tupakk*, tupakoi*, tupak*, röökaa, rööki*, rööki, polttaa tupakkaa, savuk*, sätkä, nuuska, nuuskaa, nuuskaami*, nuuska*, vape, vapet*, vapettaa, vapettelu, vapee, sähkötupak*, nikotii*, lopettaa tupakointi, stumppi
sv: tobak*, röker, rökning*, röka, sluta röka, cigarett*, snus*, snusar, vape*, vejpa*, elcigarett*, nikotin*
en: smoking, snus, vaping

= gambling: rahapelaaminen / penningspel / gambling
> gaming_help debt_counselling substance_services
rahapel*, peliriippu*, uhkapel*, nettikasino*, kasino, kasinot, vedonlyön*, veikka*, pokeri*, pokeria, kolikkopel*, pelivel*, pelaa rahat, pelannut rahat, pelasi rahat, hävisi rahat, peliongelm*, panostaa, slottei*
sv: penningspel*, spelberoende*, hasard*, nätkasino*, kasino, casino*, vadslag*, betting*, poker*, spelskuld*, spelar bort, spelar bort pengarna, spelat bort pengar*, spelproblem*
en: gambling

= gaming: pelaaminen ja ruutuaika / spelande och skärmtid / gaming
> gaming_help youth_work outreach
pelaa, pelaami*, pelailu*, pelaa koko ajan, pelaa yöt, pelaa kaiket yöt, pelaa öisin, pelaa liikaa, pelata, pelit, digipel*, digitaalinen pelaaminen, videopel*, tietokonepel*, konsoli*, pleikkar*, pleikka*, gamer*, gamet*, gamee, roikkuu koneella, istuu koneella, koneella koko ajan, netissä koko ajan, puhelimella koko ajan, kännykkä, ruutuaik*, some, somessa, somerip*, nettiriip*, esport*, e-urheil*, pelikasvat*
sv: spelar, spelande, spelar hela tiden, spelar hela natten, spelar på nätterna, spelar för mycket, datorspel*, tv-spel*, videospel*, digitala spel*, digitalt spelande, gamer*, gaming, gamar, sitter vid datorn, skärmtid*, mobilen hela tiden, nätberoende, sociala medier, e-sport*, playstation
en: gaming, screen time

= gaming_help: tuki pelaamiseen / stöd kring spelande / help with gaming
~ peluuri*, pelitoimin*, pelituki, peliklinik*, pelirajat*, digipelirajat*, sosped*, pelihait*, pelihaitto*, pelaamisen hallin*, nuorten pelitoimin*, pelitalo*, pelikerho*, pelitila*, e-urheilu*
sv: peluuri, spelklinik*, spelkontroll, spelgräns*, spelskad*, spelhjälp*, spelrum*, spelverksam*
en: gaming support

= eating: syöminen ja kehonkuva / ätande och kroppsbild / eating and body image
> mental_services student_health health_services
syömishäir*, anorek*, anoreksia, bulimi*, ahmi*, ahmimi*, oksentaa, oksentel*, ei syö, ei syö mitään, ei oo syönyt, syö liikaa, laihdut*, lihavuu*, ylipain*, läski, paino, painonhallin*, kehonkuva*, ruokavali*, ravitsemu*, ravitsemusterap*, syömisen ongelm*, syömine*
sv: ätstör*, anorexi*, bulimi*, hetsät*, äter inte, äter ingenting, kräks, bant*, övervikt*, fetma, vikt, viktkontroll, kroppsbild*, kost*, närings*, näringsterap*
en: eating disorder, anorexia

= sleep: uni ja päivärytmi / sömn och dygnsrytm / sleep and daily rhythm
> everyday health_services
ei nuku, ei saa unta, ei saa nukuttua, nukkuu päivät, nukkuu koko päivän, nukkuu huonosti, nukkumi*, nukahtami*, uni, unet, univaike*, unettom*, unirytm*, vuorokausirytm*, päivärytm*, rytmi sekaisin, rytmit sekaisin, rytmi, valvoo, valvoo yöt, yökukku*, hereillä yöt, aamulla ylös, herää, herääminen, väsynyt, väsymy*, väsyttää, unihäiri*
sv: sover inte, kan inte sova, får inte sömn, sömn*, sömnproblem*, sömnlös*, dygnsrytm*, rytmen, vaken på nätterna, vaken hela natten, sover på dagarna, sover hela dagarna, trött*, trötthet, stiga upp på morgonen, vakna
en: cannot sleep, insomnia, daily rhythm

= neuro: neurokirjo (ADHD, autismi) / neuropsykiatri (adhd, autism) / neurodiversity
> neuro_help special_education mental_services student_health
adhd*, adhd-*, add, aspergeri*, asperger*, assi, autismi*, autisti*, autismikir*, autismin kirjo*, nepsy*, nepsy-*, neurokirj*, neuropsyk*, neuroepätyyp*, tourett*, tarkkaavuu*, tarkkaavais*, keskittymi*, keskittymisvaike*, ei pysty keskitty*, ei osaa keskitty*, levoton, ylivilk*, toiminnanohja*, aistiyliherk*
sv: adhd*, add, asperger*, autis*, autism*, npf, npf-*, neuropsykiatr*, nepsy*, tourett*, koncentrat*, koncentrationssvår*, kan inte koncentrera, uppmärksamhetsstör*, överaktiv, exekutiv*, särdrag
en: adhd, autism, neurodivergent

= neuro_help: nepsy-valmennus / nepsy-coachning / coaching for neurodiversity
~ nepsy-valmen*, nepsyvalmen*, nepsy-ohja*, neuropsykiatrinen valmen*, autismiliit*, autismisäätiö*, adhd-liit*, autismiyhdist*, nepsy-*, neurokehityksel*
sv: nepsy-coach*, neuropsykiatrisk coach*, neuropsykiatrisk handled*, autismförbund*, adhd-förbund*
en: adhd coaching

= disability: vammaisuus / funktionsnedsättning / disability
> disability_services kela special_education
vamma*, vammai*, vammaisuu*, kehitysvam*, liikuntavam*, liikuntaraj*, näkövam*, kuulovam*, kuuro*, viittomakiel*, invali*, pyörätuol*, apuväli*, henkilökohtainen apu, henkilökohtainen avustaj*, avustaja, esteettöm*, esteell*, cp-vam*, pitkäaikaissair*, tulkkaus*, selkokie*
sv: funktionsneds*, funktionshind*, funktionsvar*, handikapp*, rörelsehind*, synskad*, hörselskad*, döv*, utvecklingsstör*, intellektuell funktions*, rullstol*, hjälpmedel*, personlig assist*, assistent*, tillgänglig*, teckenspråk*, lättläst
en: disability, disabled, wheelchair

= disability_services: vammaispalvelut / handikappservice / disability services
~ vammaispalv*, vammaissosiaal*, vammaistyö*, kehitysvammahuol*, kehitysvammaisten tuki*, kehitysvammat*, invalidiliit*, näkövammaisten liit*, kuurojen liit*, kvps, tukiliitto, päivätoimin*, työtoimin*, vamlas, fduv
sv: handikappservice*, funktionshinderservice*, service för personer med funktionsned*, handikappförbund*, fduv, duv, stödförbund*, dagverksam*, arbetsverksam*, omsorg*, vamlas
en: disability services

= illness: sairaus ja terveys / sjukdom och hälsa / illness and health
> health_services student_health
sairas, sairaana, sairau*, sairastu*, kipu, kipuja, kipeä, kipee, särky*, vatsa, pää kipeä, päänsär*, selkä, oireita, oire, oireilu*, flunssa, lääke, lääkkeet, lääkkei*, lääkity*, resepti*, reseptin, lääkäri*, lääkäriin, lääkärin*, lekuri, lekurille, vastaanot*, terveys*, terveydenhuol*, terveydent*, terveysongelm*, terveyshuol*, allergi*, diabet*, astma*, epilep*, rokot*, rokote, sairaala*, sairasloma*, saikku, saikulla, terveystarkast*, hoitaja
sv: sjuk, sjukdom*, sjuka, ont, värk*, smärt*, ont i magen, huvudvärk*, symptom*, medicin*, recept*, läkare*, läkar*, läkartid*, doktor*, hälsa*, hälsoproblem*, hälsovård*, mottagning*, allergi*, diabet*, astma*, epilep*, vaccin*, sjukhus*, sjukskriv*, sjukled*, hälsoundersök*, sjukskötar*
en: ill, sick, doctor, medicine

= health_services: terveyspalvelut / hälsotjänster / health services
~ terveysasem*, terveyskesku*, terveyspalv*, sote-kesku*, sotekesku*, sote, sotekeskus, sosiaali- ja terveyspalv*, sosiaali- ja terveyskesku*, terveyspist*, perusterveyden*, sairaala*, ensiap*, terveysneuv*, lääkäripäivys*, hyvinvointikesku*, terveydenhuoltopalv*
sv: hälsostation*, hälsocentral*, hvc, hälsotjänst*, hälsovårdstjänst*, social- och hälsocentral*, social- och hälsovård*, primärvård*, sjukhus*, hälsorådgiv*, välmåendecent*, hälsovårdscentral*
en: health centre, health services

= teeth: hampaat / tänder / teeth
> health_services
hammas*, hampaat, hampai*, hammassär*, hammaslääk*, hammashoi*, suun terveyd*, suunterveyd*, purukalusto, reikä hampaassa
sv: tand, tänder, tandvärk*, tandläk*, tandvård*, munhälsa*, mun- och tandvård*, ont i tanden, hål i tanden
en: dentist, toothache

= sexual_health: seksuaaliterveys / sexuell hälsa / sexual health
> student_health sexual_services
seksuaalitervey*, seksuaalikasvat*, seksuaalineuvon*, seksuaalisuu*, seksi, seksistä, seksiä, ehkäisy*, ehkäisyneuv*, e-pillerit, pillerit, pillerei*, kondom*, kumi, kumei*, jälkiehkäisy*, katumuspilleri*, sukupuolitau*, sukupuolitaut*, tippuri, klamyd*, klamydia*, hiv, sti-testi, raskaustest*, menkat, kuukautis*, sukupuolitaudi*, seurustelu*, parisuhteet ja seksi
sv: sexuell hälsa, sexual*, sexualrådgiv*, sexuell*, sexualund*, sex, preventiv*, p-piller*, piller, kondom*, akut-p-piller, dagen efter piller, könssjukdom*, klamydi*, hiv, gonorré*, sti-test*, mens*, graviditetstest*, sexrådgiv*
en: contraception, sexual health, sexually transmitted

= sexual_services: seksuaalineuvonta / sexualrådgivning / sexual counselling
~ ehkäisyneuvol*, ehkäisyneuv*, seksuaalineuv*, väestöliit*, hivpoint*, hiv-tukikesku*, seksuaaliterveysklin*, nuorten seksuaal*, seksuaaliterap*
sv: preventivrådgiv*, sexualrådgiv*, befolkningsförbund*, hivpoint, hiv-stöd*, sexualterap*
en: family planning

= gender: sukupuoli ja seksuaalivähemmistöt / kön och sexuella minoriteter / gender and sexual minorities
> gender_help youth_work mental_services student_health chat
hlbt*, hlbtiq*, hlbtqia*, lgbt*, lgbtq*, homo, homot, homous, homoseksu*, lesbo*, lespo, bi, biseksu*, trans*, transsuku*, transnuor*, muunsuku*, ei-binääri*, sukupuoli-identiteet*, sukupuolenkorjau*, sukupuoli mietityttää, sukupuolivähemmis*, seksuaalivähemmis*, seksuaalinen suuntautumi*, seksuaali- ja sukupuolivähem*, queer*, sateenkaar*, sateenkaarinuor*, pride*, kaapista ulos, tulla kaapista, intersuku*, sukupuolen moninaisuu*, identiteetti
sv: hbtq*, hbtqia*, lgbt*, homo*, gay, lesbisk*, bisexuell*, trans*, transperson*, ickebinär*, icke-binär*, könsidentitet*, könskorriger*, könsminoritet*, sexuell läggning, sexuella minoritet*, queer*, regnbåg*, pride*, komma ut, könstillhör*, könets mångfald, identitet*
en: lgbtq, gay, transgender, gender identity

= gender_help: sateenkaarityö / regnbågsarbete / work for rainbow youth
~ seta, setan, sateenkaarinuorisoty*, sinuiksi, sinuiksi-*, sateenkaarinuor*, transtukipist*, trasek, regnbåg*, sukupuolen tutkimuspoliklin*
sv: seta, regnbågsungdom*, transstödpunkt*, sinuiksi, trasek
en: rainbow youth
"""
