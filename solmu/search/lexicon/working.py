"""The only place for the words of work, money, homes and papers."""

from __future__ import annotations

WORKING = """
= job: työn saaminen / att få jobb / getting work
> employment ohjaamo workshop job_coaching
töitä, töihin, töissä, työtä, työpaik*, työnhaku*, työnhaun, työn haku, työn hakemi*, työnhakij*, hakea töitä, etsiä töitä, hakee töitä, etsii töitä, tarvii töitä, duuni*, duunia, duunin, duuniin, duunipaik*, jobi, jobia, jobin, jobeja, keikkatyö*, keikkaduuni*, keikkaa,
hommia, hommiin, työllisty*, työelämä*, työelämään, rekry*, rekrytoin*, avoimet työpaikat, piilotyöpaik*, vuokratyö*, osa-aikatyö*, iltatyö, ensimmäinen työpaikka, eka työpaikka, eka duuni, työhönvalmen*, työhaastatt*, haastattelu*, työtodistu*, palkkatyö*, leipätyö, tienata, tienaa
sv: jobb, jobbet, jobba, jobben, jobbsök*, söka jobb, söker jobb, få jobb, hitta jobb, arbete, arbetsplats*, arbetssök*, söka arbete, sysselsättning, extrajobb, deltidsjobb, första jobbet, knega, knäck, anställning*, rekryter*, lediga jobb, arbetsliv*, arbetsintervju*, anställningsintervju*, jobbintervju*, tjäna pengar
en: job, find work, employment, looking for work

= summer_job: kesätyö / sommarjobb / summer job
> job employment youth_work
kesätyö*, kesäduuni*, kesäduunia, kesätöi*, kesähommi*, kesäjobi*, töitä kesäksi, kesäksi töitä, kesäksi hommia, kesäksi duunia, kesätyöseteli*, kesäseteli*, kesätyöntekijä*, kesäyrittäj*, kesärekry*, tutustu työelämään ja tienaa
sv: sommarjobb*, sommararbet*, jobb i sommar, jobb till sommaren, jobb på sommaren, sommarjobbssedel*, sommarsedel*, sommarföretag*, lär känna arbetslivet och tjäna
en: summer job

= cv: CV ja työhakemus / cv och jobbansökan / CV and job application
> employment job ohjaamo
cv, cv:n, cvn, ceeveen, ceevee, ansioluettelo*, työhakemu*, hakemuk*, hakemus, hakukirje, videohakemu*, portfolio, cv-*, cv klinik*, cv-paja*, cv paja*, hakemuspaja
sv: cv, meritförteckning*, jobbansök*, arbetsansök*, ansökningsbrev, cv-*, cv verkstad
en: cv, resume, job application

= unemployment: työttömyys / arbetslöshet / unemployment
> employment kela ohjaamo workshop
työttömän, työtön, työttömä*, työttömäksi, työttömyys*, työttömyysturv*, työttömyyskorva*, työmarkkinatu*, työmarkkinatuki, peruspäiväraha*, ansiosidon*, sai potkut, potkut, potkuja, sai kenkää, irtisanot*, irtisanomi*, lomaute*, lomautus*, työt loppu, työt loppuivat, duunit loppu, vailla työtä, ilman työtä, ei töitä, ei saa töitä, ei saa duunia, ei löydä töitä, pitkäaikaistyött*, nuorisotyöttömy*, karenssi, karenssia, karenssin, työvoimapoliittinen lausunto
sv: arbetslös*, blev av med jobbet, fick sparken, sparken, uppsagd, permitterad, permitter*, utan jobb, utan arbete, inget jobb, hittar inte jobb, får inte jobb, arbetslöshetsförmån*, arbetsmarknadsstöd*, grunddagpenning, långtidsarbetslös*, karens
en: unemployed, lost job

= employment: työllisyyspalvelut / sysselsättningstjänster / employment services
~ työkkäri*, työkkärii*, työkkäristä, te-palvelut, te-palvelu*, te palvel*, te-toimisto*, te toimisto*, tetoimisto*, te-keskus, työvoimatoimisto*, työvoimapalvel*, työllisyysal*, työllisyyspalvel*, työllisyydenhoi*, työllisyys*, työllisyysyksik*, työllistämis*, työvoimavirkailij*, työvoimaohja*, työnvälit*, omavalmentaj*, omavalmennus, henkilöasiakas, rekrytointipalv*, työmarkkinator*, palkkatu*, palkkatuki, starttiraha*, työkokeilu*, koulutuskokeilu*, työvoimakoulu*, nuorten te-palvelut, työllisyyskoordin*, typ, monialainen yhteispalvelu, työllistymistä edistävä*
sv: sysselsättningsomr*, sysselsättningstjänst*, sysselsättningsservice, te-byrå*, te byrå*, te-tjänst*, arbets- och näringsbyrå*, arbetskraftsbyrå*, arbetskraftsservice*, arbetskraftstjänst*, arbetsförmedling*, arbetsförmedlare, lönesubvention*, lönestöd*, arbetsprövning*, arbetskraftsutbild*, startpeng*, sysselsättnings*, sektorsövergripande samservice
en: employment services, employment office

= job_coaching: työhönvalmennus / arbetsträning / job coaching
> workshop employment
työhönvalmen*, työvalmen*, työhönvalmentaj*, työnhakuvalmen*, työnhakuryhm*, työnetsij*, uravalmen*, jobcoach*, job coach*, työhön kuntoutus, työhönkuntou*, tuettu työllisty*, työelämävalmen*, työelämävalmius, työelämävalmiu*, työelämätaid*, työssä pysyminen, ips, jobbipaj*
sv: jobbcoach*, arbetsträning*, arbetsträn*, arbetshandled*, jobbträn*, arbetslivsfärdig*, jobbsökarträn*, stödd sysselsättning, stött arbete
en: job coaching

= workshop: nuorten työpaja / ungdomsverkstad / youth workshop
> job_coaching
~ paja, pajalle, pajalla, pajat, pajaan, pajapaik*, pajatoimin*, työpajatoim*, nuorten työpaja*, nuorten paja*, nuorisopaja*, nuorisotyöpaja*, starttipaja*, startti, starttivalmen*, starttiryhm*, yksilövalmen*, työpaj*, pajakoulu, mediapaja*, verstas, digipaja*, valmennuspaja*, tekemistä päiviin, järkevää tekemistä, mielekästä tekemistä, ryhmävalmen*
sv: verkstad, verkstaden, verkstäder, ungdomsverkst*, startverkst*, verkstadsverksam*, individuell träning, startgrupp, medieverkst*, meningsfull sysselsättning, verkstadsskol*, ungdomsverkstad
en: youth workshop

= rehabilitation_work: kuntouttava työtoiminta ja kuntoutus / rehabilitering / rehabilitation
> social_work workshop kela
kuntouttav*, kuntouttava työtoiminta, kuty, kutyyn, kuntou*, kuntoutus*, kuntoutuspsykoterap*, ammatillinen kuntoutu*, nuoren ammatillinen kuntoutus, nuotti, nuotti-valmen*, nuottivalm*, kuntoutusraha, kuntoutustu*, eläke, työkyvyttöm*, työkyky*, osatyökyky*, työkyvyn arviointi, sosiaalinen kuntoutus, klubitalo*, toimintakyky*, oma väylä
sv: rehabiliter*, arbetsverksamhet i rehabiliteringssyfte, arbetsverksamhet, yrkesinriktad rehabilitering, rehabiliteringspenning, sjukpension, arbetsförmåga, arbetsoförmögen, partiellt arbetsför*, social rehabilitering, klubbhus*, funktionsförmåga
en: rehabilitation

= own_business: oma yritys / eget företag / own business
> enterprises employment
yrittäj*, yrittäjy*, yrittäjäksi, yritys, yritykse*, oma yritys, oman yrityksen, oma firma, oman firman, firma, firman, firmaa, toiminimi, toiminimen, tmi, bisnes, bisnest*, bisneksen, perustaa yritys, perustaa firma, yritysidea*, liikeidea*, starttiraha*, uusyritys*, kevytyrittäj*, laskuttaa, laskutus, ny-yritys, nuori yrittäjyys, osuuskunta*, yrityskehi*, yritysneuvon*, uusyrityskesku*, kesäyrittäj*
sv: företagar*, företagande, eget företag, starta företag, egen firma, firma, affärsidé*, entreprenör*, startpeng*, nyföretag*, företagsrådgiv*, ung företagsamhet, andelslag*, uf-företag
en: start a business, entrepreneur

= enterprises: yritykset ja elinkeinoelämä / företag och näringsliv / businesses
~ elinkeino*, yrittäjäyhdist*, yrittäjät ry, kauppakamari*, työnantaj*, yrityspalvel*, uusyrityskesku*, kehitysyhtiö*, yritykset, uusyrityskeskus
sv: näringsliv*, företagarna, handelskammare*, arbetsgivar*, näringslivstjänst*, utvecklingsbolag*, nyföretagarcentr*
en: employers

= work_rights: työntekijän oikeudet / arbetstagarens rättigheter / rights at work
palkka maksamatta, palkkaa ei makseta, ei maksa palkkaa, ei makseta palkkaa, palkat maksamatta, työsopimu*, työehto*, tes, liittoon, ammattiliitto*, liitto, työsuojelu*, kesäduunari-info, kesäduunari*, pomo, pimeä työ, pimeää työtä, pimeästi, työnantaja huijaa, työn oikeudet, työoikeu*, luottamusmie*, palkkasaatav*, työaika, ylityö*
sv: får inte lön, lönen betalas inte, ingen lön, arbetsavtal*, kollektivavtal*, fackförening*, facket, fackförbund*, arbetarskydd*, svartjobb, chefen, sommarknegare, rättigheter i arbetslivet, obetald lön
en: unpaid wages, employment contract, trade union

= money: toimeentulo / försörjning / making ends meet
> kela social_work debt_counselling diaconia
rahat loppu, rahat loppui*, rahat on loppu, rahat ovat loppu, rahat lopussa, rahaa ei ole, ei rahaa, ei ole rahaa, ei oo rahaa, ei yhtään rahaa, rahat ei riitä, rahat eivät riitä, raha ei riitä, rahat vähissä, rahat tiukilla, tiukkaa rahasta, pulaa rahasta, rahapul*, rahavaike*, rahahuol*, raha-asia*, raha asi*, rahaongelm*, rahat, rahaa, fyrkka, fyrkat, massit, masseja, hilut, hillot, pätäkkää, persaukinen, peeaa, köyhä, köyhyy*, vähävarai*, varaton, pienituloi*, toimeentulo*, toimeentulotu*, toimeentulotuki, toimari, toimeentulon, ei varaa, tilillä ei rahaa, tili tyhjä, tili miinuksella, taloudellinen tuki, taloudelli*, talousvaike*, talousasi*, talousongelm*, taloudenhallin*, talousneuvon*, taloustaid*, elannon, talous kuntoon, rahankäyt*
sv: inga pengar, pengarna slut, pengarna är slut, pengarna tar slut, pengarna räcker inte, har inte pengar, har inga pengar, slut på pengar, ont om pengar, pank, pengar, peng*, utkomst*, utkomststöd*, försörjning*, fattig*, fattigdom, mindre bemedlad*, låginkomst*, penningproblem, ekonomiska problem, ekonomisk*, ekonomiskt stöd, ekonomin, har inte råd, inte råd, ekonomirådgiv*
en: no money, out of money, money problems, income support
? auki, rahaa, köyhänä

= debt: velat / skulder / debts
> debt_counselling social_work diaconia
velka, velat, velkaa, velkoja, velois*, veloista, veloissa, velkaan*, velkaantu*, velkaongelm*, velkajär*, ylivelkaantu*, pikavip*, pikavippi*, vippi, vipit, vippejä, vippej*, vippaa, kulutusluot*, laina, lainat, lainoja, lainaa, ulosot*, ulosotossa, ulosottoon, ulosoton, perintä, perinnässä, perintään, perintätoimisto*, maksuhäiri*, maksuhäiriömerkin*, luottotiedot, luottotiedot meni, luottotiedot menivät, luottotie*, luotot, laskut maksamatta, maksamattom*, laskuja maksamatta, laskut kasaantu*, laskut rästissä, laskupino, laskut, laskuja, laskun maksu, osamaksu*, klarna, velkoja
sv: skuld, skulder, skulderna, skuldsatt*, överskuldsatt*, skuldsaner*, snabblån*, lån, lånat, utsökning*, utmätning*, kronofogd*, indrivning*, inkasso*, betalningsanmärkning*, betalningsstörning*, kreditupplys*, kredituppgift*, obetalda räkningar, räkningar, räkningarna, fakturor, krediter, sms-lån
en: debt, debts, loans, bills

= debt_counselling: talous- ja velkaneuvonta / ekonomi- och skuldrådgivning / debt counselling
~ velkaneuvon*, velkaneuvoj*, talous- ja velkaneuvon*, talousneuvon*, talousneuvoj*, takuusäätiö*, talouskum*, talousvalmen*, velkalinja*, sosiaalinen luoto*, sosiaalinen luotto, talouden hallinta, taloudellinen neuvonta, oikeusaputoimisto*
sv: skuldrådgiv*, ekonomi- och skuldrådgiv*, ekonomirådgiv*, garantistiftelse*, social kreditgivning, skuldlinje*
en: debt counselling

= kela: Kela ja etuudet / FPA och förmåner / Kela benefits
~ kela, kelan, kelaa, kelalta, kelaan, kelasta, kelassa, kansaneläkelaito*, opintotuki, opintotu*, opintorah*, opintolain*, asumistu*, asumistuki, yleinen asumistuki, tukihakemu*, etuus, etuudet, etuuks*, etuuden, sairauspäivärah*, perustoimeentulotu*, perustoimeentulotuki, päiväraha*, vammaistu*, lapsilis*, takaisinperin*
sv: fpa, fpa:s, fpas, folkpensionsanstalt*, studiestöd*, studiepenning*, studielån*, bostadsbidrag*, förmån, förmåner, sjukdagpenning*, bidrag, bidragsansök*, grundläggande utkomststöd*, dagpenning*, handikappbidrag*, barnbidrag*, stödansök*
en: kela, benefits, student allowance, housing allowance
? tuet, tukia, tukiasia*, tukien

= home: asunto / bostad / a home
> housing ohjaamo social_work kela
asunto, asunnon, asuntoa, asunnot, asuntoja, asuntoon, asunno*, *asunto, asun*, asuminen, asumi*, asumis*, asumisneuvo*, asumisohja*, asumispalv*, tuettu asuminen, tukiasun*, kämppä, kämpän, kämppää, kämpät, kämppiä, kämpp*, kämpp, kimppakämppä, luukku, yksiö, soluasun*, solu, murju, koti hukassa, oma koti, omaan kotiin, omilleen, omilleen mutt*, muuttaa omilleen, muuttaa kotoa, muuttamassa omaan, muutto*, muuttaa pois kotoa, itsenäist*, itsenäisty*, vuokra, vuokraa, vuokran, vuokrat, vuokra-asun*, vuokra asun*, vuokralai*, vuokranant*, vuokrasopimu*, vuokratakuu*, takuuvuokr*, vuokravaku*, opiskelija-asun*, opiskelijaasun*, nuorisoasun*, asuntohakemu*, asuntoasi*
sv: bostad, bostaden, bostäder, bostads*, *bostad, boende*, *boende, lägenhet*, lya, flytta hemifrån, flytta till eget, egen bostad, egen lägenhet, eget boende, hyra, hyran, hyres*, hyresbostad*, hyresgarant*, studentbostad*, ungdomsbostad*, bo, bo själv, någonstans att bo, ställe att bo, stödboende*, etta, flytta
en: flat, apartment, housing, rent, moving out

= homeless: asunnottomuus / bostadslöshet / homelessness
> housing social_work shelter crisis_help outreach debt_counselling
asunnoton, asunnottom*, asunnottomuu*, koditon, kodittom*, ei ole kotia, ei asuntoa, ei kämppää, ei kattoa, katto pään päälle, pään päälle, kadulla, kadulle, kadulla yöt, yöpaikka, yösija, yösijaa, ei paikkaa mihin mennä, ei paikkaa yöksi, missä yöpyä, missä nukkua, joutuu kadulle, joutua kadulle, sohvalla, kavereiden sohvalla, sohvasurf*, nukkuu kavereilla, asuu kavereilla, asuu kaverilla, majailee, häätö, häädön, häätöä, häädetään, häädetty, häädet*, vuokrarästi*, vuokrat rästissä, vuokravelka, vuokravel*, vuokrat maksamatta, vuokra maksamatta, menettää asunnon, menetti asunnon, kämppä meni, kämppä menossa alta, heitettiin ulos, heitettiin pihalle, potkittiin pihalle, lensi pihalle, potkaistiin kotoa, hätämajoit*, tilapäismajoi*, kriisimajoit*, ensisuoja
sv: bostadslös*, hemlös*, ingenstans att bo, ingenstans att sova, inget ställe att sova, utan tak, inget hem, tak över huvudet, sover på soffan, sover hos kompisar, bor hos kompisar, bor på kompisens soffa, på gatan, vräkt, vräkning*, vräks, avhyst, hyresskuld*, obetald hyra, utslängd, utkastad, utsparkad, nödinkvartering*, tillfälligt boende, någonstans att sova, natthärbärge
en: homeless, nowhere to live, eviction

= housing: asumispalvelut / boendetjänster / housing services
~ asumispalv*, asumisneuvo*, asumisohja*, nuorisoasun*, nuorisoasuntoliitto, nal, nuorten asun*, asuntotoimi*, asuntopalv*, opiskelija-asuntosäätiö*, opiskelija-asun*, vuokrataloyhtiö*, vuokratalo*, asuntosäätiö*, vuokra-asun*, tuettu asuminen, tukiasun*, tukiasum*, asumisen tuki, asumisvalmen*, y-säätiö, vva ry, asumisohjaus, kiinteistöyhtiö
sv: bostadstjänst*, boendetjänst*, boenderådgiv*, boendehandled*, ungdomsbostad*, ungdomsbostäder, bostadsbyrå*, studentbostad*, studentbostäder, studentbostadsstiftelse*, hyreshusbolag*, stödboende*, stött boende, boendeträning*, bostadsförmedling*
en: housing services

= food: ruoka-apu / mathjälp / food aid
> diaconia parish
ruoka-ap*, ruoka apu*, ruokaapu*, ruokaa, ruoka loppu, ruokaan ei rahaa, rahaa ruokaan, ei ruokaa, ei ole ruokaa, nälkä, nälkää, nälkäinen, jääkaappi tyhjä, ruokakass*, ruokapank*, leipäjon*, ruokajak*, hävikkiruok*, ilmainen ruoka, ilmaista ruokaa, yhteisruokai*, ruokailu, maksusitoumu*, ruokalahjakor*, jaetaan ruokaa, safkaa, safka, murua rinnan alle, vaatekeräy*, vaateapu, kirpputori
sv: mathjälp, matutdelning*, mat, matkass*, matbank*, brödkö*, matkö, inget att äta, ingen mat, pengar till mat, hungrig, hunger, kylskåpet tomt, gratis mat, betalningsförbindels*, svinnmat, matgemenskap
en: food aid, hungry, no food

= taxes: verotus / beskattning / taxes
vero, verot, veroja, veroista, verotu*, verotoimisto*, verottaj*, verokort*, verokortin, veroilmoi*, verohallin*, mätky*, mätkyt, jäännösver*, veronpalautu*, verovirasto
sv: skatt, skatten, skatter, skattekort*, skattedeklarat*, skattebyrå*, skatteförvalt*, kvarskatt*, beskattning*, skatteåterbär*
en: tax card, taxes

= bank_id: pankkiasiat ja henkilöllisyys / bankärenden och id / banking and identity papers
> digital
pankki, pankkitili*, pankkiasi*, tilin avaaminen, tili pankkiin, avata tili, pankkitunnu*, verkkopankki*, verkkopankkitunnu*, pankkikort*, henkkari*, henkkarit, henkilökort*, henkilöllisyy*, henkilötodist*, passi, passin, passia, passihakemu*, mobiilivarmen*, tunnistautu*, suomi.fi, kadonneet henkkarit, henkilötunnu*, ajokortti kadonnut, muuttoilmoit*, osoitteenmuut*, dvv, digi- ja väestötietovir*, maistraat*, nimenmuut*
sv: bank, banken, bankkonto*, bankärende*, öppna konto, bankkod*, nätbank*, nätbankskod*, bankkort*, id-kort*, idkort, identitetskort*, legitimation*, leg, pass, passet, mobilcertifikat*, identifier*, suomi.fi, adressändring*, flyttanmäl*, personbeteckning*, magistrat*, mdb, myndigheten för digitalisering
en: bank account, identity card, passport, bank codes

= digital: digituki / digitalt stöd / digital support
> library
digi, digituki, digitu*, digiasi*, digineuvon*, digiapu*, digitait*, digivalmen*, digitaaliset palvelut, sähköinen asiointi, sähköisten palvelujen, sähköiset palvelut, netti, nettiin, netissä asiointi, tietokone, tietokoneen käyttö, tietokoneen*, kone hajalla, läppäri, läppäriä, läppärin, puhelin rikki, puhelimen käyttö, älypuheli*, atk, tulost*, tulostaa, tulostin, ei osaa käyttää konetta, lomake, lomakkeen täyttö, lomakkeiden täytt*, lomakkei*, kaavake, paperihommat, paperiasi*, paperit sekaisin, laitteet, omakanta, virastokieli
sv: digistöd*, digitalt stöd, digital*, digihjälp*, dator, datorn, datorhjälp*, laptop, utskrift*, skriva ut, nättjänst*, e-tjänst*, elektronisk*, blankett*, fylla i blankett*, papper, pappersarbete, ansökningsblankett*, mobilen trasig, mobil*
en: digital support, computer help, filling in forms

= army: asevelvollisuus / värnplikt / military service
> defence
armeij*, armeijaan, armeijasta, intti*, inttiin, intin, intissä, inttis*, intis*, kutsunnat, kutsunto*, kutsuntatilai*, asevelvolli*, varusmie*, varusmiespalv*, sivari*, sivarin, sivariin, siviilipalvelu*, siviilipalveluks*, palvelukseen, keskeytti armeijan, keskeytti intin, armeija keskeyty*, inttikeskeyttäj*, c-papere*, c-paperit, vapautettu palveluksesta, e-luokka, kotiutettu, naisten vapaaehtoinen, aikalisä, aikalisä-*, reservi*
sv: armén, arme, armen, lumppen, lumpen, militär*, militärtjänst*, uppbåd*, värnplikt*, beväring*, civiltjänst*, sivare, avbröt militärtjänsten, befriad från tjänst, hemförlovad, time out
en: army, military service, conscription, civilian service

= defence: puolustusvoimat / försvarsmakten / the Defence Forces
~ puolustusvoim*, aluetoimisto*, varuskun*, prikaat*, siviilipalveluskesku*, sosiaalikuraattor*, varusmiesliit*, sotilaskoti, aikalisä*
sv: försvarsmakt*, regionalbyrå*, garnison*, brigad*, civiltjänstcentral*, beväringsförbund*
en: defence forces

= driving: ajokortti / körkort / driving licence
ajokort*, ajokortti*, ajokorttia, kortin ajaminen, ajokorttitu*, autokoul*, inssi, inssiajo, ajo-opetu*, opetuslup*, mopokort*, mopoauto*, mopo, b-kortti, kuljettajantutkin*, ajoterveys, ajovarma, korttiraha, kortti hyllyllä, ajokiel*
sv: körkort*, körskol*, bilskol*, bilkort*, körprov*, mopedkort*, mopedbil*, moppe, undervisningstillstånd*, uppkörning*, körförbud
en: driving licence, driving school

= transport: kulkeminen / resor och skjuts / getting there
ei pääse kulkemaan, ei kyytiä, kyyti, kyytiä, kyydi*, kyydit, bussi, bussit, bussilla, bussikort*, linja-aut*, bussiyhtey*, julkiset, juna, junalippu*, matkakort*, matkaliput, matkaku*, koulukyyti*, koulumatkatu*, koulumatka*, joukkoliiken*, julkinen liikenne, asiointiliiken*, palveluliiken*, kutsutaksi*, taksi, kimppakyy*, kuljetu*, kuljetuspalv*, välimatka*, pitkä matka
sv: skjuts*, buss, bussen, bussar, busskort*, tåg, resekort*, resebidrag*, resekostnad*, skolskjuts*, skolresa*, skolresestöd*, kollektivtrafik*, servicetrafik*, taxi, samåkning*, färdtjänst*, transport*, långa avstånd, kommer inte fram
en: transport, bus ticket, ride
"""
