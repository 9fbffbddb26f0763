"""The only place for words that tell no need: those that carry a sentence, and those said of everybody."""

from __future__ import annotations

_STOP = """
ei en et emme ette eivät älä on oli ovat olla ole ollut olen olet oo olis olisi ois se ne tämä nämä tuo nuo
hän he minä sinä me te mä sä mun sun mulla sulla mulle sulle minun sinun minulla sinulla hänen hänellä
hänelle ja tai sekä että jos kun kuin koska vaikka mutta vai niin myös vielä nyt sitten siis jo vain vaan
ihan tosi aika liian aivan kanssa ilman kautta varten mukaan asti alkaen yli alle noin joka jotka jonka
joita jossa jolla jolle joilla joille mikä mitkä mitä missä mistä mihin mille miten miksi milloin kuka ketkä
kenelle keneltä kenen kuinka voi voivat voiko pitää pitäisi täytyy tarvitsee tarvii tarvitsisi haluaa
haluaisi saada saa saisi esimerkiksi esim ym mm eli joku jokin jotain jotakin johonkin josta joltain jonkun
kaikki koko muu muut niitä siinä siihen siitä sen sitä niiden niille jne yms ettei eikä yhdessä eri oma omat
omaan omien att det den de dem ett och eller men om som för till från med utan av på i är var har hade ha
kan ska skall vill måste bör får inte ej jag du han hon hen vi ni man sig sin sitt sina min mitt mina vad
vart vem hur när varför vilken vilket vilka också bara så här där nu sedan än samt hos vid över under efter
mot åt denna detta dessa någon något några mig dig oss er honom henne dess deras behöver finns få the a an
and or of to in at for with from is are was be it this that who what where how
"""

_PALE = """
nuori nuoren nuorta nuoret nuorten nuoria nuorille nuorelle nuorella nuorilla nuorena nuorisolle apu apua
avun tuki tukea tuen tueksi palvelu palvelut palvelua palveluja palveluita asia asiat asiaa asioita asiassa
neuvonta neuvontaa neuvoa ohjaus ohjausta ihminen ihmiset henkilö henkilöt asiakas asiakkaat asiakkaan
tyyppi jätkä poika tyttö kaveri kaverin kaverille kamu kompis kompisen vän serkku veli sisko bror syster mies nainen opiskelija vuotias vuotiaat vuotiaille vuotta vuosi alle yli
heti nopeasti paikka paikkaa auttaa auttaisi auttaako kertoa soittaa soitan löytää löytyy hakea etsiä
haluaisin mennä menee tulla tulee tehdä tekee antaa ottaa ongelma ongelmat ongelmia ongelmaa ung unga ungas
gammal gamla ålder vanha vanhaa ikäinen ikäiset ikä ungdom ungdomar ungdomars ungdomen hjälp hjälpa hjälper stöd stöda service tjänst tjänster råd rådgivning
handledning klient klienter person personer människa problem kille tjej flicka pojke ringa vända söka hitta
ska gå går kommer komma göra gör åring åringar år young youth help support services people need needs
"""

# They carry a sentence: neither indexed nor asked for.
STOP = frozenset(_STOP.split())
# Said of nearly everybody in such a network: they rank, and never make a need by themselves.
PALE = frozenset(_PALE.split())
SILENT = STOP | PALE
