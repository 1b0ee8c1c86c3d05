"""How English writes the names of countries and of their people."""

import re

# Beginnings, so that "Iraqi" and "Icelander" are found too. A state or capital tells its country.
_BEGINNINGS = """
Afghan Albania Algeria Andorra Angola Argentin Armenia Australia Austria Azerbaijan Bahamas
Bahamian Bahrain Bangladesh Barbad Belarus Belgi Belize Benin Bhutan Bolivia Bosnia Botswana
Brazil Britain British Briton Brunei Bulgaria Burkina Burm Burundi Cambodia Cameroon Canad Chad
Chile China Chinese Colombia Comor Congo Croat Cuba Cypr Czech Danish Denmark Djibouti Dominica
Dutch Ecuador Egypt England English Eritrea Estonia Ethiopia Fiji Filipino Finland Finnish France
French Gabon Gambia Georgia German Ghana Greece Greek Greenland Grenad Guatemala Guinea Guyan
Haiti Hondura Hong Hungar Iceland India Indonesia Iran Iraq Ireland Irish Israel Ital Ivor Jamaic
Japan Jordan Kazakh Kenya Kiribati Korea Kosov Kuwait Kyrgyz Lao Latvia Leban Lesotho Liberia
Libya Liechtenstein Lithuania Luxembourg Macedonia Madagas Malagasy Malawi Malaysia Maldiv Mali
Malta Maltese Mauritania Mauriti Mexic Micronesia Moldova Monaco Mongolia Monteneg Morocc Mozambi
Myanmar Namibia Nauru Nepal Netherlands Nicaragua Niger Norw Oman Pakistan Palau Palestin Panama
Papua Paraguay Peru Philippine Poland Polish Portug Qatar Romania Russia Rwanda Salvador Samoa
Saudi Scot Senegal Serbia Seychell Singapor Slovak Sloven Solomon Somali Spain Spanish Sudan
Surinam Swaziland Sweden Swed Swiss Switzerland Syria Taiwan Tajik Tanzania Thai Timor Togo Tonga
Trinidad Tunisia Turk Tuvalu U.S. Uganda Ukrain Uruguay Uzbek Vanuatu Vatican Venezuela Vietnam
Wales Welsh Yemen Zambia Zimbabwe America Emirat
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho
Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas
Texan Utah Vermont Virginia Wisconsin Wyoming Washington London Paris Berlin Moscow Beijing Tokyo
Delhi Mumbai Kremlin Congress
"""
_WHOLE = (
    "US",
    "UK",
    "UAE",
    "EU",
    "Cape Verde",
    "Costa Rica",
    "New Zealand",
    "Sri Lanka",
    "South Africa",
    "Central African",
    "Sierra Leone",
    "New York",
    "New Jersey",
    "White House",
    "New Mexico",
    "Carolina",
    "Dakota",
)
COUNTRY = re.compile(
    rf"\b(?:(?:{'|'.join(map(re.escape, _BEGINNINGS.split()))})|(?:{'|'.join(_WHOLE)})\b)"
)
