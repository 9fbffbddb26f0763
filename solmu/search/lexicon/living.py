"""The only place for the words of families, spare time, belonging, the law, and the services named after whom they are for."""

from __future__ import annotations

LIVING = """
= family_trouble: perheen vaikeudet / problem i familjen / trouble in the family
> family_services child_welfare student_welfare mediation parish
riita, riitaa, riitoja, riidat, riitele*, riidellä, riidois*, kotona riidellään, riitaa kotona, riita kotona, kotona ongelmia, kotiolot, kotiongelm*, kotona huuto, kotona huudetaan, vanhempien kanssa, vanhempien kanssa riitoja, vanhemmat riitelee, vanhemmat riitelevät, vanhemmat ei ymmärrä, perheriit*, perheongelm*, perhetilan*, perheen ongelm*, perhesuhtee*, perheneuv*, perhe hajoaa, äiti ja isä eroaa, vanhemmat eroavat, vanhempien ero*, vanhempien avioero, huolta vanhemmista, vanhempi sairas, äiti sairas, isä sairas, huonot välit, välit poikki, perhe
sv: bråk, bråkar, bråk hemma, gräl, grälar, konflikt hemma, föräldrarna bråkar, föräldrarna grälar, föräldrar*, problem hemma, familjeproblem*, familjekonflikt*, föräldrarna skiljer sig, föräldrarnas skilsmäss*, kommer inte överens med föräldrarna, mamma sjuk, pappa sjuk, familj, familjen
en: trouble at home, parents fight, family problems

= break_up: ero ja parisuhde / separation och parförhållande / break-up and relationships
> family_services parish mediation mental_services
ero, erosi, eroa, erosta, eron*, eroami*, eron jälkeen, avioero*, avoero*, eroap*, eroauttami*, eroryhm*, eroneuv*, parisuhde*, parisuhte*, parisuhdeongelm*, seurustelu*, seurustelusuhte*, jätti mut, jätetty, tuli jätetyksi, poikaystävä jätti, tyttöystävä jätti, bänks*, bänkit, sydänsuru*, huoltajuus*, huoltajuusriit*, lapsen huolto, tapaamisoikeu*, elatus*, elatusmaks*, elatustu*, erovanhem*, parineuvo*
sv: skilsmässa*, separation*, separer*, skiljas, skilda, gjorde slut, blev dumpad, dumpad, brustet hjärta, hjärtesorg, parförhåll*, parrelation*, parterapi*, vårdnad*, vårdnadstvist*, umgängesrätt*, underhåll*, underhållsbidrag*, underhållsstöd*
en: break-up, divorce, custody

= parenthood: nuori vanhempi ja lapset / ung förälder och barn / young parent and children
> family_services maternity child_welfare
nuori äiti, nuoret äidit, nuori isä, nuori vanhempi, nuoret vanhemmat, nuorten vanhem*, äidiksi, isäksi, äitiy*, isyys, vauva, vauvan, vauvaa, vauvap*, lapsip*, lapsiper*, lastenhoi*, lastenhoitoa, lapsenvahti*, hoitopaik*, päiväho*, päiväkoti*, päiväkot*, varhaiskasvat*, esiopetu*, tarhapaik*, tarha, tarhaan, perhevapaa*, vanhempainraha*, äitiysloma*, isyysloma*, kotihoidon tuki, yksinhuoltaj*, yh-äiti, yh, yksinodott*, vanhemmuu*, perhekerho*, perhekahvil*, avoin päiväkoti, lapsiperheiden kotipalv*, kotipalvelu*, imetys, muskari
? lapsi, lapset, lapsen, lapsia, mun lapsi, barn, barnen, barnet
sv: ung mamma, unga mammor, ung pappa, ung förälder, unga föräldrar, småbarn*, barnfamilj*, baby*, bebis*, barnvakt*, barnvård*, barnpass*, dagvård*, daghem*, dagis, småbarnspedag*, småbarnsfostran, förskol*, familjeledig*, föräldrapenning*, mammaledig*, moderskaps*, faderskap*, ensamförsörj*, ensamstående*, föräldraskap*, familjecaf*, familjeklubb*, hemservice för barnfamilj*, barnvaktshjälp
en: young parent, single parent, child care

= pregnancy: raskaus / graviditet / pregnancy
> maternity sexual_services family_services parenthood student_health
raska*, raskaana, raskaus*, raskaust*, plussa, plussas*, odottaa lasta, odottaa vauvaa, tulossa vauva, tulossa äidiksi, tulossa isäksi, vahinkoraska*, ei-toivottu raska*, abort*, abortti*, abortin, raskauden keskeyt*, keskeytys, keskenmen*, synnyt*, lapsettom*, adoptio*, äitiysavustu*
sv: gravid*, graviditet*, väntar barn, på smällen, oplanerad graviditet, oönskad graviditet, abort*, graviditetsavbrott, missfall*, förlossning*, barnlös*, adopt*, moderskapsunderstöd
en: pregnant, pregnancy, abortion

= maternity: neuvola / rådgivning / maternity clinic
~ neuvola, neuvolan, neuvolaan, äitiysneuvol*, lastenneuvol*, perhesuunnit*, neuvolapalv*, naistentaud*, synnytys*, äitiyspoliklin*, raskauden ajan
sv: rådgivningen, rådgivningsbyrå*, mödrarådgiv*, barnrådgiv*, familjeplan*, mödravård*, moderskapspoliklin*
en: maternity clinic

= family_services: perhepalvelut / familjetjänster / family services
~ perhepalv*, perhekesku*, perhekeskus, perheneuvol*, perheneuvonta*, perheohja*, perhetyö*, perhesosiaal*, lapsiperhepalv*, lapsiperheiden sosiaal*, perheoikeud*, lastenvalvoj*, perheasiain neuvottelu*, perheasiain*, kasvatus- ja perhen*, lasten ja perheiden, lasten, nuorten ja perheiden, mannerheimin lastensuoj*, mll, pelastakaa lapset, pienperheyhd*, perhetuki*, perheterap*, sos-lapsikylä, varhainen tuki perheille
sv: familjetjänst*, familjecent*, familjerådgiv*, familjearbet*, familjehandled*, barnfamiljstjänst*, familjerättslig*, barnatillsyn*, barnatillsynings*, uppfostrings- och familj*, familjeterap*, familjesocialt, mannerheims barnskydd*, rädda barnen, folkhälsan, barn- och familjetjänst*
en: family services, family centre

= child_welfare: lastensuojelu / barnskydd / child protection
~ lastensuoj*, lastensuojelu*, lasu, lasun, lastensuojeluilmoi*, sijaishuol*, huostaan*, huostaanot*, sijaiskot*, sijaisperhe*, perhehoi*, lastenkot*, nuorisokot*, vastaanottolait*, avohuol*, nuori sijoitettu, sijoitet*, laitoksessa, huoli lapsesta, alaikäinen huoli
sv: barnskydd*, barnskyddsanmäl*, omhändertag*, vård utom hemmet, fosterhem*, fosterfamilj*, familjevård*, barnhem*, ungdomshem*, placerad*, öppenvård, placering*
en: child protection, foster care

= aftercare: jälkihuolto / eftervård / aftercare
> child_welfare housing social_work
~ jälkihuol*, jälkihuoll*, itsenäistymisvar*, sijaishuollon jälkeen, lastenkodista pois, täysi-ikäistyvä sijoitettu, pesäpuu*, osallisuuden aika, vamos, jälkihuoltonuor*, lastensuojelutaust*, laitoksesta omaan
sv: eftervård*, självständighetsmed*, ut från barnhem*, efter placering*, barnskyddets eftervård
en: aftercare

= grief: suru ja menetys / sorg och förlust / grief
> parish diaconia crisis_help mental_services
suru, surua, surua ja, surussa, suree, sureva*, kuol*, kuoli, kuollut, kuolema*, kuolemant*, läheinen kuollut, äiti kuoli, isä kuoli, kaveri kuoli, menetti läheisen, menetys, menetyk*, hautajai*, hautau*, sururyh*, leski, lemmikki kuoli
sv: sorg, sorgen, sörj*, sorge*, sorgegrupp*, död, dog, avlid*, dödsfall, förlorat, förlust*, mamma dog, pappa dog, anhörig dog, begravning*
en: grief, bereavement, death in the family

= outreach: etsivä nuorisotyö / uppsökande ungdomsarbete / outreach youth work
> ohjaamo workshop youth_work
~ etsivä, etsivän, etsivät, etsivää, etsiviin, etsivältä, etsivään, etsivä nuorisotyö, etsivän nuorisotyön, etsivä nuorisotyönt*, etsivä työ, jalkautu*, jalkautuva, katutyö*, rinnallakulk*, rinnalla kulk*, vierellä kulk*, saattaen vaihtam*, rinnalla kulkija, etsiväp*, nuori kateissa palvel*, erityisnuorisotyö*, kohdennettu nuorisotyö, walkers*, aseman lapset, vamos*
sv: uppsökande*, uppsök*, uppsökande ungdomsarb*, uppsökande arbete, fältarbet*, ungdomsarbetare uppsök*, specialungdomsarb*, riktat ungdomsarbete, walkers*, vamos
en: outreach youth work

= isolation: syrjäytyminen ja kotiin jääminen / utslagning och att bli hemma / dropping out of everything
> outreach workshop ohjaamo group
syrjäyt*, syrjäytymi*, syrjässä, tippunut, tipahta*, putosi kelkasta, tyhjän päällä, tyhjän päälle, tyhjän panttina, ei tee mitään, ei tekemistä, ei tee yhtään mitään, istuu kotona, makaa kotona, on vaan kotona, on vain kotona, vain kotona, kotona vaan, kotiin jäänyt, jäänyt kotiin, jumissa kotona, jumittaa kotona, jumissa, ei lähde kotoa, ei poistu kotoa, ei käy missään, ei käy ulkona, neljän seinän sisällä, lukkiutu*, hikikomor*, ei opiskele eikä käy töissä, ei töitä eikä koulua, ei koulua eikä töitä, ei koulussa eikä töissä, työn ja koulutuksen ulkopuol*, työelämän ulkopuol*, koulutuksen ulkopuol*, neet, neet-*, palveluiden ulkopuol*, ei tiedä mistä aloittaa, ei saa mitään aikaan, ei saa aikaiseksi, saamaton, motivaatio kateissa, motivaatio hukassa, ei motivaatiota, motivaatio*, alkuun pääs*, ei saa yhteyttä, katosi, kateissa, nuoreen ei saada yhteyttä, ei vastaa viesteihin, ei vastaa puhelimeen
sv: marginaliser*, utslag*, utslagen, gör ingenting, gör inget, har inget att göra, sitter hemma, ligger hemma, bara hemma, är bara hemma, stannat hemma, går inte ut, lämnar inte hemmet, går inte ut hemifrån, varken studerar eller jobbar, varken jobb eller studier, utanför arbetslivet, utanför utbildning*, neet, vet inte var man ska börja, får inget gjort, får ingenting gjort, omotiver*, motivation*, saknar motivation, isolerad hemma, svarar inte, försvunnit, ingen kontakt
en: stays at home, does nothing, neither in work nor school, isolated

= everyday: arjen hallinta / vardagen / everyday life
> outreach workshop ohjaamo social_work rehabilitation_work
arki, arjen, arkeen, arjessa, arjen hallin*, arjenhallin*, arjen tait*, arjentait*, arjen tuki, arjen sujum*, arki sekaisin, arki ei suju, arki ei pyöri, elämänhallin*, elämän hallin*, elämä sekaisin, elämä hukassa, elämä hajalla, elämä jumissa, elämäntait*, kotityö*, siivo*, siivous, siivoo, kämppä sekaisin, sotkui*, tiskit, kokkaus*, kokkaa*, kokkaami*, ruuanlait*, ruoanlait*, ruoan laitt*, pyykki*, kaupassa käyn*, asiat levällään, asiat sekaisin, hommat levällään, virastoasi*, asioiden hoitami*, asioiden hoito, asioiden hoidossa, asioihin, hoitaa asioita, hoidettua asioita, kaikki asiat, monta ongelmaa, tuki arkeen, tukea arkeen, kotiin annettava tuki, itsenäinen elämä, palveluohja*, omatyöntek*
sv: vardag*, vardagen, vardagsfärdig*, vardagshant*, livskontroll*, livshant*, livet i kaos, livet är kaos, kaos, städ*, städning*, stök*, matlagning*, laga mat, tvätt, sköta ärenden, uträtta ärenden, ärenden, stöd i vardagen, stöd hemma, självständigt liv, servicehandled*, egen kontaktperson
en: everyday life, life management, household

= errands: virastoasiat ja paperit / myndigheter och papper / offices and paperwork
> ohjaamo outreach social_work digital
virasto*, virastoon, virastoissa, virastossa, viranomai*, asiointi*, asioimi*, asioida, asiointiap*, asiointitu*, paperit, papereita, paperisota, paperihommat, päätös, päätöks*, kirje kelasta, hakemusten täyttö, hakemusten täyttämi*,
hakemusten tekemi*, lähteä mukaan, tulla mukaan, mukaan tapaami*, mukaan käynnei*, saattaa, saattaa palvel*, saatto*, rinnalle, tukea asiointi*, ei ymmärrä kirjett*, ei ymmärrä papere*, ei ymmärrä päätöst*
sv: myndighet*, ämbetsverk*, uträtta ärenden, papper, papperen, beslut, brev från fpa, fylla i ansökan, fylla i ansökningar, följa med, komma med, förstår inte papper*, förstår inte brevet, förstår inte beslutet
en: paperwork, authorities, filling in applications

= ohjaamo: Ohjaamo / Navigatorn / Ohjaamo guidance centre
~ ohjaamo*, ohjaamoon, ohjaamon, ohjaamosta, onnila, nuorten palveluohj*, yhden luukun palvelu, yhden luukun*, matalan kynnyksen*, neuvontapist*, nuorten neuvont*, nuorten tieto- ja neuvon*, tieto- ja neuvontap*, ohjaus- ja neuvonta*, ohjausta ja neuvon*, neuvontaa ja ohjau*, nuorten ohjau*, nuorisotiedot*, alle 30-vuotiai*
sv: navigator*, navigatorn, ungdomsinform*, information och rådgivning för unga, ungdomsrådgiv*, rådgivning och handledning, handledning och rådgivning, under 30 år, lågtröskel*, låg tröskel, en dörr, decibel
en: one-stop guidance centre, youth information

= youth_work: nuorisotyö / ungdomsarbete / youth work
~ nuorisopalv*, nuorisotoim*, nuorisotyö*, nuorisotal*, nuorisotil*, nuorisotyönt*, nuorisokesku*, nuorisokahvil*, nuokku*, nuokkari*, nuta, nutalle, nuttu, nuoriso-ohja*, nuorisosihteer*, nuortentila*, nuorten tila*, nuorten talo*, nuorten toimint*, avoimet ovet, iltatoimin*, avoin toiminta, leiri, leirit, leirej*, leiritoim*, kesäleir*, hengailu*, hengata, hengailla, hengailupaik*, paikka missä olla, kokoontumispaik*, nuorten illat, monitoimital*, nuorisoval*, nuorisovaltuus*, vaikuttamisryhm*, vaikuttami*, tyttöjen tal*, poikien tal*, tyttöryhm*, poikaryhm*, koulunuorisoty*, digitaalinen nuorisoty*
sv: ungdomstjänst*, ungdomsservice*, ungdomsarbet*, ungdomsväsend*, ungdomsgård*, ungdomslokal*, ungdomshus*, ungdomscent*, ungdomscaf*, ungdomsledar*, ungdomssekreter*, fritidsgård*, fritidsledar*, hänga, hängställe*, öppet hus, öppen verksam*, läger, lägerverks*, ungdomsråd*, ungdomsfullmäkt*, påverka*, påverkans*, flickgrupp*, pojkgrupp*, flickornas hus, pojkarnas hus
en: youth work, youth club, youth centre

= hobby: harrastus / hobby / hobbies
> youth_work sports culture associations
harrast*, harrastu*, harrastukset, harrastus, harrastamis*, hobby, hobi, vapaa-aik*, vapaa aik*, vapaa-ajan*, kerho*, kerhot, kerhotoim*, tekemistä* vapaa-aik*, tekemistä*, kivaa tekemistä*, ilmaista tekemistä, ajanviet*, harrastuskaver*, harrastaa, harrastepass*, harrastusmahdol*, harrastaminen kallista, harrastusraha*, harrastuskummi, partio*, partiolai*, askartelu*, käsityö*, roolipel*, valokuva*, lautapel*, eläimet, hevos*, talli*, koirat, luonto, retki, retkei*, eräily*, kalastu*, metsästy*
sv: hobby*, hobbyn, hobbyverks*, fritid*, fritidssyssels*, fritidsverks*, klubb*, något att göra, något roligt att göra, intressegrupp*, fritidsintress*, scout*, hantverk*, slöjd*, rollspel*, brädspel*, foto*, djur, häst*, stall*, natur*, utfärd*, friluft*, fiske, jakt
en: hobby, leisure, something to do

= sports: liikunta / idrott och motion / sports
liikun*, liikunta*, liikkumi*, liikkuu, liikkua, urheil*, treen*, treenaa, treenaami*, treeni*, sali, salille, salikort*, kuntosal*, kuntoilu*, kunto, kuntoon, jumppa*, lenkki*, lenkkeil*, uimahal*, uimaan, uinti*, jalkapal*, jalkapallo*, futis*, lätkä, jääkiek*, kiekko, sähly*, salibandy*, koris*, koripal*, lentopal*, tanssi*, kamppailu*, nyrkkeil*, skeitta*, skeitti*, skeittip*, parkour*, liikuntaneuv*, liikuntapalv*, liikuntatoim*, urheiluseur*, liikuntaseur*, sporttituot*, matalan kynnyksen liikun*, ratsastu*, pyöräily*, kiipeily*
sv: idrott*, motion*, motioner*, träning*, träna, tränar, gym, gymmet, gymkort*, kondition*, simhall*, simma, simning*, fotboll*, hockey*, ishockey*, innebandy*, korgboll*, basket*, volleyboll*, dans*, kampsport*, boxning*, skate*, parkour*, idrottstjänst*, idrottsservice, idrottsför*, motionsrådgiv*, röra på sig, ridning*, cykl*, klättr*
en: sports, gym, exercise

= culture: kulttuuri ja taide / kultur och konst / culture and art
> hobby
kulttuuri*, taide*, taidet*, taite*, taiteet, musiik*, musiikki*, musaa, bändi*, bändit*, bändikämp*, soittaa soitinta, soittami*, soitto*, soittotun*, kitara, rumm*, laulaa, laulu*, räppi*, rap, räppäys, studio*, äänitys*, dj, teatter*, teatteri*, näyttel*, elokuv*, elokuva*, video*, videokuv*, kuvatait*, kuvataide*, piirtä*, maalaa, maalaus, kirjoittami*, kirjoittajar*, sirkus*, museo*, kulttuurikort*, kaikukort*, kulttuuripalv*, kulttuuritoim*, musiikkiopisto*, graffit*, cosplay*, media*
sv: kultur*, konst*, musik*, band, bandet, replokal*, spela instrument, spela i band, gitarr*, trumm*, sjunga, sång*, rap, studio*, inspelning*, teater*, skådespel*, film*, video*, bildkonst*, rita, måla, målning*, skriva, skrivargrupp*, cirkus*, museum*, kulturtjänst*, kulturväsend*, musikinstitut*, kaikukort*, graffiti*, media*
en: culture, art, music, band

= library: kirjasto / bibliotek / library
~ kirjast*, kirjasto*, kirjastoauto*, kirjastoon, lukusal*, lainata kirj*, kirjat, e-kirja*, omatoimikirj*
sv: bibliotek*, bokbuss*, låna böcker, böcker, läsesal*
en: library

= group: ryhmätoiminta / gruppverksamhet / groups
> workshop youth_work friend
ryhmä, ryhmät, ryhmiä, ryhmään, ryhmissä, *ryhmä, ryhmätoimin*, pienryhm*, toimintaryhm*, toiminnallinen ryhm*, ryhmämuotoi*, yhteistä tekemistä, porukkaa, porukka, porukoita, avoin ryhmä, kahvila*, olohuone*, kohtaamispaik*, kohtaami*, kohtaamo*, matalan kynnyksen kohtaamis*
sv: grupp, grupper, gruppen, *grupp, gruppverks*, smågrupp*, funktionell grupp, gemenskap*, träffpunkt*, mötesplats*, café*, kafé*, vardagsrum, träffar
en: group activities, meeting place

= volunteering: vapaaehtoistyö / frivilligarbete / volunteering
> associations
vapaaehtois*, vapaaehtoistyö*, talkoo*, talkoot, talkoisiin, auttaa muita, haluaa auttaa, järjestötoim*, aktivis*
sv: frivillig*, frivilligarbet*, volontär*, talko*, hjälpa andra, aktivism*, organisationsverks*
en: volunteering

= associations: järjestöt / organisationer / associations
~ järjestö*, järjestöt, yhdisty*, yhdistys, yhdistykse*, ry, säätiö*, kansalaisjärj*, kolmas sektori, 4h, 4h-*, 4h-yhdis*, nelihoo*, spr, punainen risti, punaisen ristin, setlement*, kalliolan set*, martat, marttayhd*, nuorisoseura*, kylätoim*, kyläyhd*, pelastakaa lapset, partiolai*
sv: organisation*, förening*, rf, stiftelse*, medborgarorg*, tredje sektorn, 4h, 4h-*, röda korset, röda kors*, frk, setlement*, martha*, marthor*, ungdomsförening*, byaförening*, rädda barnen, ungdomsförb*
en: association, red cross

= diaconia: diakonia / diakoni / diaconal work
~ diakoni*, diakonia*, diakonissa*, diakoniaty*, diakoniavas*, diakonin
sv: diakoni*, diakon, diakonen, diakonissa*, diakoniarbet*

= parish: seurakunta / församling / parish
> diaconia
~ seurakun*, seurakunta*, srk, kirkko*, kirkko, kirkon, kirkollin*, pappi*, nuorisopap*, rippi*, rippikoul*, riparil*, ripari, rippileir*, isoskoulu*, usko*, hengelli*, erityisnuorisot*, kirkon nuoriso*, ortodoks*, vapaaseur*, helluntai*, moskeija, islam*
sv: församling*, kyrka*, kyrklig*, präst*, ungdomspräst*, skriftskol*, skriba, konfirm*, tro, andlig*, samfällighet*, ortodox*, frikyrk*, moské*
en: parish, church

= social_work: sosiaalityö / socialt arbete / social work
> kela
~ sossu*, sossun, sossuun, sossusta, sossuille, sosku, sosiaalitoim*, sosiaaliaset*, sosiaalitoimis*, sosiaalipalv*, sosiaaliohja*, sosiaalityö*, sosiaalityönt*, sosiaalitoimisto*, sosiaalihuol*, sosiaalineuv*, aikuissosiaal*, aikuisten sosiaal*, nuorten sosiaal*, aikuissosiaality*, täydentävä toimeentul*, ehkäisevä toimeentul*, harkinnanvarai*, palvelutarpeen arvi*, työikäisten palv*, hyvinvointialue*, sosiaalisen tuen
sv: socialen, soc, socialbyrå*, socialkans*, socialarbet*, socialarbetar*, socialservice*, socialvård*, socialhandled*, socialrådgiv*, socialtjänst*, vuxensocial*, vuxensocialarb*, kompletterande utkomst*, förebyggande utkomst*, behovsprövad*, servicebehov*, välfärdsområde*, tjänster för personer i arbetsför ålder
en: social work, social worker, social services

= immigrants: maahanmuutto ja kotoutuminen / invandring och integration / immigration and integration
> preschool_language immigrant_help
maahanmuut*, maahanmuutta*, mamu*, mamut, muualta muuttan*, pakolai*, turvapaik*, turvapaikanhak*, kotoutu*, kotoutta*, kotoutumi*, kotopalvel*, oleskelulup*, oleskeluluv*, kansalaisuu*, migri*, viisumi*, paperiton, paperittom*, paperittomat, ukrainalai*, ukraina*, kiintiöpakol*, vieraskieli*, monikulttuuri*, kansainvälisen suojelun, perheenyhdistämi*, tulkki*, tulkkaus, ulkomaalai*, ulkomaalaistaust*, yksin tullut, alaikäisenä yksin tull*, vastaanottokesku*, muuttanut suomeen, tullut suomeen, afgan*, somali*, arabia*, syyria*
sv: invandr*, immigra*, flykting*, asylsök*, asyl*, integration*, integrer*, uppehållstillst*, medborgarskap*, migri, visum, papperslös*, ukrain*, kvotflykting*, främmande språk, mångkultur*, internationellt skydd, familjeåterför*, tolk*, utlänning*, utländsk*, ensamkommande*, mottagningscentral*, flyttat till finland, kommit till finland, nyanländ*, somal*, arab*, syri*, afgan*
en: immigrant, refugee, asylum seeker, residence permit, integration

= immigrant_help: maahanmuuttajapalvelut / invandrartjänster / services for immigrants
~ maahanmuuttajapalv*, maahanmuuttopalv*, kotoutumispalv*, kotouttamispalv*, maahanmuuttoviras*, pakolaisneuv*, pakolaisapu, pakolaistyö*, monikulttuurikesku*, monikulttuurisuu*, international house*, kotoutumiskoulu*, infopankki*, maahanmuuttajaneuv*, maahanmuuttajien neuvon*, maahanmuuttaja, vastaanottokesku*
sv: invandrarservice*, invandrartjänst*, integrationstjänst*, migrationsverk*, flyktingrådgiv*, flyktinghjälp, mångkulturcent*, international house*, integrationsutbild*, infobank*, invandrarbyrå*, integrationsfrämj*
en: immigrant services

= crime: rikokset ja poliisiasiat / brott och polisärenden / crime and the police
> crime_help police mediation social_work outreach legal
rikos*, rikokse*, rikollisuu*, rikoll*, rikoskier*, rikosseur*, rikosrekis*, poliisi*, poliisin kanssa, poliisille, poliisiasi*, poliisikuulus*, kuulustel*, kuulustelu*, kytät, kyttä, skoudet, jepari, putka*, putkassa, linnassa, linna, linnasta, vankil*, vankilasta, vankeus*, ehdonal*, ehdollinen*, yhdyskuntapalv*, yhdyskuntaseur*, nuorisorang*, tuomio, tuomittu, tuomittiin, oikeudenkäyn*, oikeuteen, käräj*, käräjäoik*, syytet*, syytteeseen, sakko*, sakot, sakkoja, näpist*, näpistely, varas*, varasta*, varkau*, pölli, pöllinyt, ryöst*, tappelu*, tappeluss*, vandalis*, ilkival*, jengi*, jengit, jengirikol*, katujengi*, nuorisorikol*, huumekaup*, diilaa, diilaaminen, diileri*, petos, petokse*, huijau*, huijattu, huijattiin, tietomurto, kiinni jäänyt, jäi kiinni, jäänyt kiinni
sv: brott*, brottslig*, kriminal*, kriminell*, polis*, polisförhör*, förhör*, häktad, arrest*, finkan, fängelse*, fånge, frigiv*, villkorlig*, samhällstjänst*, samhällspåfölj*, ungdomsstraff*, dom, dömd*, rättegång*, tingsrätt*, åtal*, böter*, böt*, snatt*, stöld*, stjäl*, stulit, stal, rån*, slagsmål*, vandal*, skadegör*, gäng, gängbrott*, gatugäng*, ungdomsbrott*, langa*, langare, bedrägeri*, lurad, blev lurad, åkt fast
en: crime, police, prison, court, theft

= police: poliisi ja Ankkuri / polisen och Ankaret / police
~ poliisi*, poliisilaito*, poliisiasem*, ankkuri*, ankkuritoim*, ankkuritiim*, ennalta estävä, ennalta ehkäisevä polii*, ennalta estävä polii*
sv: polis*, polisinrätt*, polisstation*, ankarteam*, ankarverks*, ankare*, ankaret, förebyggande polis*, polisens förebygg*
en: police

= crime_help: rikosseuraamukset ja tuki / brottspåföljd och stöd / probation and support
~ rikosseuraamus*, kriminaalihuol*, kris ry, kris, kriminaalihuollon tukisää*, krits*, exit, exit-*, silta-valmennus, silta-valmennusyhd*, aggredi, vapautuv*, icehearts*, rikoksilla oireilev*, nuorten rikollisuu*, rikoskierteen katkai*, jengi-exit, red-*, fressi
sv: brottspåfölj*, kriminalvård*, kris rf, krits, exit*, frivårds*, aggredi, icehearts*, bryta brottslig*
en: probation

= mediation: sovittelu / medling / mediation
sovitt*, sovittelu*, sovitella, sovittelutoim*, rikos- ja riita-asioi*, rikossovitt*, riitojen sovit*, vertaissovit*, vertaissovittelu*, katusovitt*, naapurustosovit*, perheasioiden sovit*, yhteisösovit*, konflikt*, kiista
sv: medling*, medla, medlings*, medlingsbyrå*, medling vid brott*, kamratmedl*, familjemedl*, konflikt*, tvist*
en: mediation, conflict

= legal: oikeusapu / rättshjälp / legal aid
> debt_counselling
oikeusap*, oikeusaputoim*, oikeudelli*, oikeudellista neuvont*, juristi*, lakimie*, asianajaj*, asianajaja*, lakineuv*, lakiapu, lakiasi*, oikeudet, valitu*, valituks*, valittaa päätöks*, kielteinen päätös, hylkäävä päätös, hylätty hakemus, muutoksenhak*, oikaisuvaat*, edunvalvo*, edunvalvont*, potilasasiamie*, sosiaaliasia*, sosiaaliasiavas*, sopimus, sopimukse*, kuluttaj*, kuluttajaneuv*, reklam*, perunkirj*
sv: rättshjälp*, rättshjälpsbyrå*, juridi*, jurist*, advokat*, laglig*, rättigheter, besvär*, överklag*, ändringssök*, rättelseyrk*, avslag, avslagsbeslut, negativt beslut, intressebevak*, patientombud*, socialombud*, avtal, kontrakt, konsument*, konsumentrådgiv*, reklam*, bouppteckn*
en: legal aid, lawyer, appeal

= roma: romanit / romer / Roma
romani*, romanit, romaninuor*, romanityö*, romanien, romaniasi*, romano missio, romanitaust*
sv: rom, romer, romsk*, romarbete*, romska unga
en: roma

= sami: saamelaiset / samer / Sámi
saamelai*, saamelaisnuor*, saamenkiel*, saamen kiel*, saamelaiskär*
sv: same, samer, samisk*, samiska, sametinget
en: sami

= swedish_speaking: ruotsinkieliset palvelut / tjänster på svenska / services in Swedish
ruotsinkiel*, ruotsiksi, ruotsin kielellä, svenskspråk*
sv: svenskspråk*, på svenska, på svenska språket, finlandssv*
en: in swedish
"""
