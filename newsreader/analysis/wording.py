"""Words inside a name that say what kind of thing it names ("Ministry", "River", "Cup")."""

from __future__ import annotations

STATE_BODIES = frozenset(
    """
    Administration Advisors Advisory Aerospace Air Airline Ambassador Analytics Archdiocese Army
    Assembly Assurance Automotive Aviation Biotech Brands Breweries Brewers Brewery Cabinet
    Capital Chemicals Committees Congregation Congress Constitution Consulate Consultants
    Cooperatives Court Courts Customs Defence Defense Department Departments Diocese Editors
    Electric Electronics Embassy Energy Engineers Entertainment Equity Exporters Farmers
    Federations Financial Foods Force Forces Foreign Foundations Government Governor Growers
    High Hotels Importers Institut Institutes Instituto Insurance Jirga Journalists Judiciary
    Junta Logistics Majlis Manufacturers Metals Military Minerals Ministerio Ministries Ministry
    Missile Mutual Navy Networks Nurses Oil Parliament Pharma Physicians Players Police
    Politburo Presidency Prison Producers Properties Realty Robotics Savings Scientists
    Semiconductor Semiconductors Senate Shipping State Stores Supermarkets Supreme Teachers
    Telecommunications Therapeutics Traders Trading Treasury Universidade Universities
    Université Ventures Watchers Wholesalers Wireless
    """.split()
)
"""Bodies that each state has: "US Senate" is a place and a body, "Lahore University" one name."""

BODIES = frozenset(
    """
    Academy Administration Agency Airlines Airways Alliance Army Assembly Associates Association
    Attorney Authority Bank Bankers Banks Board Brigade Broadcasting Brotherhood Bureau Cabinet
    Campaign Caucus Center Centre Chamber Charity Church Circuit Club Coalition College Command
    Commission Commissions Committee Communications Community Companies Company Confederation
    Conference Congress Conservancy Consortium Constabulary Consulting Cooperative Corps Council
    Court Courts Department Directorate Division Embassy Enterprise Enterprises Executive
    Faculty Federation Fellowship Fire Force Forces Forum Foundation Front Fund Government Group
    Guard Guards Guild Headquarters Holding Holdings House Industries Initiative Inquiry
    Institute Institution International Investments Jamaat Lab Laboratories Laboratory Labs
    League Legion Mafia Media Militia Ministry Mission Mosque Motors Movement Municipality
    Nations Navy Network Office Ombudsman Opera Orchestra Order Organisation Organization Pact
    Panel Parliament Partners Partnership Party Patrol Petroleum Pharmaceuticals Pictures Police
    Press Productions Programme Project Railway Railways Records Refinery Regiment Registry
    Research Resources Sabha School Schools Secretariat Securities Seminary Senate Service
    Services Society Software Solutions Squadron Staff Studio Studios Survey Syndicate Synod
    Systems Taskforce Team Technologies Technology Telecom Treasury Tribunal Trust Union Unions
    Universidad Universiti University Utilities Watch Watchdog Wing Workers
    """.split()
)
"""A last word that makes a name an organisation's."""

BODY_HEADS = frozenset(
    """
    Academy Agency Alliance Army Arts Asociación Assembly Association Authority Banco Bank Board
    Body Branch Brotherhood Bureau Campaign Center Centers Centre Centres Chamber Church Club
    Coalition College Commission Commissioner Committee Confederación Confederation Conference
    Congress Consejo Consortium Corps Corte Council Court Daughters Department Departments
    Directorate Division Doctors Embassy Executive Faculty Federación Federal Federation Forum
    Foundation Frente Friends Front Fund General Government Group Guild House Initiative
    Inspectorate Institut Institute Institutes Institution Instituto International Jamiat League
    Library Ministerio Ministries Ministry Mission Mothers Movement Movimiento Museum Network
    Office Opera Order Organisation Organization Panel Parliament Partido Partnership Party
    Program Programme Register Registry Reporters Research Royal School Schools Secretariat
    Section Service Society Sons Staff Synod Tribunal Trust Union Universidad Universidade
    Universities University Université Unión Voice Wing Women Workers Youth
    """.split()
)
"""A word that goes on after "of" or "for" ("Ministry of Health")."""

FIRMS = frozenset(
    """
    AB AG AS BV Berhad Bhd Bros Co Corp Corporation GmbH Inc Incorporated KK LLC LLP LP Limited
    Ltd Ltda NV Oy PLC Plc Pte Pty SA SARL SE SpA plc
    """.split()
)
"""What stands after a firm's name."""

CLUBS = frozenset(
    """
    AC AFC Athletic Athletics Bears Braves Broncos Bulls CF City County Cowboys Dynamo Eagles FC
    Falcons Giants Hurricanes Indians Jets Kings Knights Lakers Lions Locomotive Patriots
    Pirates Raiders Rangers Ravens Real Reds Rovers SC Sox Spartans Sporting Stars Sunrisers
    Tigers Titans Town United Wanderers Warriors Wolves XI Yankees
    """.split()
)
"""Words in the names of sports teams."""

PRESS = frozenset(
    """
    Chronicle Courier Daily Digest Dispatch Echo Gazette Globe Guardian Herald Independent
    Inquirer Journal Ledger Magazine Mail Mercury Mirror Monitor News Newspaper Newspapers
    Observer Post Radio Record Review Sentinel Standard Star Sun TV Telegraph Television Times
    Today Tribune Weekly
    """.split()
)
"""Last words in the names of newspapers and stations."""

PLACES = frozenset(
    """
    Archipelago Avenue Barangay Basin Bay Beach Borough Boulevard Canal Canyon Cape Cliffs Close
    Coast Corridor County Cove Creek Crescent Delta Desert Dist District Divide Drive Falls
    Fjord Forest Glacier Governorate Gulf Hamlet Harbor Harbour Heights Highlands Highway Hill
    Hills Island Islands Isle Isles Kingdom Lagoon Lake Lakes Lane Marsh Mountain Mountains
    Municipality Oblast Ocean Parish Pass Peak Peninsula Plain Plains Plateau Point Prefecture
    Province Quarter Ranges Reef Regency Region Republic Republics Ridge River Road Sea Shore
    Springs Square State States Strait Straits Street Strip Suburb Taluk Tehsil Territories
    Territory Town Township Upazila Valley Village Volcano Ward Wilderness Woods Zone
    """.split()
)
"""A last word that makes a name a place's."""

PLACE_HEADS = frozenset(
    """
    Bay Camp Cape City Coast Commonwealth Costa Cote Côte Emirate Fort Gulf Horn Isla Island
    Islands Isle Isles Kingdom Lago Lake Mont Mount Mt Playa Port Porto Province Puerto Republic
    Rio River Río Saint San Santa Santo Sea Sierra St State States Strait Straits Territory Town
    Union Villa Village
    """.split()
)
"""A first word that makes a name a place's, and one that goes on after "of" ("Gulf of Oman")."""

SITES = frozenset(
    """
    Academy Airport Arena Barracks Barrage Base Bridge Building Cathedral Cemetery Center Centre
    Chapel Circuit Clinic Complex Course Court Dam Dome Gallery Garden Gardens Gate Ground
    Grounds Hall Hospital Hotel House Inn Jail Mall Market Memorial Mine Monastery Monument
    Mosque Museum Palace Park Pavilion Plant Plaza Pool Port Prison Resort Restaurant Shrine
    Speedway Stadium Station Temple Terminal Theater Theatre Tower Towers Track Tunnel Zoo
    """.split()
)
"""A last word for buildings and grounds."""

THINGS = frozenset(
    """
    Accord Accords Act Act. Acts Age Agenda Agreement Amendment Anniversary Anthem Approach
    Article Asylum Attack Attacks Award Awards Ballon Battle Bible Bill Birthday Bond Bonds Book
    Bowl Budget Carnival Case Census Ceremony Challenge Championship Championships Charter
    Christmas Classic Code Congratulations Constitution Convention Covid Crisis Cup Day Days
    Deal Declaration Decree Degree Derby Directive Disaster Disease Edition Election Elections
    Emmy Era Euro Event Exhibition Expo Fair Fame Fest Festival Film Final Finals Flu Formula
    Games Gold Grand Guide Guidelines Holiday Holocaust Hour Index Indices Initiative Intifada
    Islam Issue Law Laws League Leagues Lecture License List Loan Marathon March Masters Match
    Medal Memorandum Month Morning Music Nobel Olympic Olympics Open Order Oscar Oscars Pact
    Paralympics Peace Plan Playoffs Poll Polls Prix Prize Prizes Process Protocol Qualifier
    Quran Race Rally Ramadan Rebellion Referendum Regulation Regulations Renaissance Report
    Resolution Revolution Road Rule Rules Scheme Season Section Semester Series Show Song Speech
    Stakes Standards Strategy Strike Style Summit Super Survey Syndrome System Talks Tax Test
    Theory Title Tour Tournament Treaty Trial Trophy Vaccine Virus Visa Vision Vote War Wars
    Week Weekend Weeks World Year Zone
    """.split()
)
"""A last word for happenings, laws, works and other things that are no entity of ours."""

ROLES = frozenset(
    """
    Academic Activist Actor Actress Administrator Adviser Advisor Agent Aide Analyst Anchor
    Architect Artist Assistant Associate Author Biologist Blogger CEO CFO COO CTO Campaigner
    Candidate Chair Champion Chemist Citizen Clerk Co-chair Co-founder Co-host Cofounder
    Columnist Comedian Commander-in-Chief Commentator Composer Controller Convener Coordinator
    Correspondent Counsellor Counselor Critic Curator DG Dean Defender Democrat Democrats
    Designer Developer Director-General Doctor Economist Engineer Entrepreneur Executive Expert
    Farmer Fellow Filmmaker Financier Firefighter Forward Founder Geologist Goalkeeper Guitarist
    Head Historian Host Investigator Journalist Judges Keeper Leader Lecturer Legend Legislator
    Lobbyist MLA MP MPs Magnate Member Midfielder Militant Moderator Monk Musician Negotiator
    Nurse Officer Opposition Organiser Organizer Owner PM Painter Parliamentarian Partner
    Photographer Physician Physicist Pianist Pilot Player Playwright Poet Politician Principal
    Producer Programmer Provost Psychologist Publisher Ranger Rector Registrar Reporter
    Researcher Resident Retired Scholar Scientist Secretary-General Singer Skipper Soldier
    Solicitor Spinner Star Strategist Striker Student Surgeon Teacher Technician Tenor Trainer
    Translator Treasurer Trustee Tycoon Undersecretary VP Veteran Vice-Chancellor Vice-President
    Laureate Presenter Rapporteur Trader Virologist Volunteer Wicketkeeper Winger Writer Youtuber
    """.split()
)
"""Words for what somebody is; they part a body's name from a person's ("WHO Adviser Jane Roe")."""

TOPICS = frozenset(
    """
    Administration Aerospace Affairs Agricultural Agriculture Animal Antiquities Appeals
    Aquaculture Archaeology Art Arts Audit Aviation Awareness Banking Biodiversity Broadcasting
    Budget Business Census Change Children Citizenship Climate Commerce Communication
    Communications Communities Community Competition Conservation Construction Consumer Control
    Cooperation Corrections Crime Cultural Culture Customs Cyber Data Defence Defense Democracy
    Design Detention Development Digital Disaster Disease Diseases Drug Drugs Earth Ecology
    Economic Economics Economy Education Educational Electoral Electricity Emergency Employment
    Energy Engineering Enterprise Environment Environmental Equality Ethics Exchange Excise
    Exploration Exports External Families Family Finance Financial Fire Fisheries Fishing Food
    Foreign Forest Forestry Forests Freedom Fuel Gas Gender Geology Geophysics Governance
    Government Growth Health Heritage Higher Homeland Hospitality Housing Human Humanities
    Hydrology Immigration Industrial Industries Industry Information Infrastructure Innovation
    Insurance Integration Interior Internal International Investigation Investigations
    Investment Irrigation Islamic Justice Labor Labour Land Lands Language Languages Law Legal
    Literature Livestock Local Logistics Management Manufacturing Marine Maritime Market Markets
    Mathematics Media Medical Medicine Mines Mining Monetary Music National Natural Nature
    Nuclear Nutrition Occupational Oceans Oil Parks Peace Pensions Petroleum Pharmacy Physics
    Planning Policy Ports Poverty Prevention Prisons Privatisation Production Promotion
    Protection Public Quality Reconciliation Reconstruction Reform Refugees Regulation Relations
    Religious Renewable Research Resources Revenue Rights Roads Rural Safety Sanitation Science
    Sciences Security Service Services Settlement Skills Social Society Space Sport Sports
    Standards Statistics Strategic Studies Sustainability Sustainable Tax Taxation Teaching
    Technical Technology Telecommunications Territorial Tourism Trade Training Transport
    Transportation Treasury Tribal Urban Utilities Veterans Waste Water Welfare Wildlife Women
    Workers Works Youth
    """.split()
)
"""What ministries, faculties and agencies are for; joined by "and" they stay one name."""

OWNERS = frozenset(
    "People Peoples Workers Women Children Farmers Men Teachers Students Writers Doctors".split()
)
"""Words whose possessive begins a body's name ("People's Party")."""

OTHERS = frozenset(
    """
    3G 4G 5G AI AIDS Aboriginal Adventist Allah Anglican Arab Arabic Arabs Aramaic Ashura BC BCE
    Baptist Bible Bitcoin Black Blacks Bollywood Brexit Buddha Buddhism Buddhist Buddhists CCTV
    CEO CEOs CFO CO2 COVID COVID-19 Calvinist Catholic Catholics Caucasian Celtic Christ
    Christian Christianity Christians Christmas Communism Communist Communists Confucian
    Coronavirus Covid Covid-19 DNA Democrat Deputies Diwali Dravidian Easter Ebola Eid English
    Esperanto Eurasian Euro G20 GDP GMT GPS God Government H1N1 HIV HIV/AIDS Halloween Hausa
    Hebrew Hindi Hindu Hinduism Hindus Hispanic Hispanics Holocaust ICU ID IPO IT Igbo
    Indigenous Internet Islam Islamic Islamist Islamists Jew Jewish Jews Judaism Kurd Kurds LGBT
    LGBTQ LNG Latin Latina Latino Latinos Left Lent Lutheran MBA MD MLA MLAs MP MPs Malay Malays
    Mandarin Maoist Maori Marxist Medicaid Medicare Methodist Minister Mormon Mormons Muslim
    Muslims NGO NGOs Nazi Nazis Negro Nobel Obamacare Olympic Olympics Omicron Opposition
    Orthodox PCR PM PPE Pentecostal PhD Presbyterian President Prime Protestant Protestants QR
    Qur'an Quran Ramadan Ramzan Right Rohingya Roma SARS SARS-CoV-2 SMS SUV Sanskrit Semitic
    Shia Shias Shiite Shiites Sikh Sikhs Slavic State Sunni Sunnis Swahili TB TV Tamil Tamils
    Tatar Thanksgiving UFO Urdu VIP Victorian Web Wi-Fi WiFi Yiddish Yom Yoruba Zionism Zionist
    Zulu
    """.split()
)
"""Names of faiths, tongues, peoples without a country, feasts and things: no entities of ours."""
