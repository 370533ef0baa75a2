/** Names of people by language. Where the letters are not Latin, the second writing is the one used in addresses. */
export interface Names {
  readonly men: readonly Name[]
  readonly women: readonly Name[]
  /** Surnames; `hers` is the form of a woman, and `call` the one by which a man is addressed, where these differ. */
  readonly surnames: readonly Surname[]
  readonly domains: readonly string[]
}

export type Name = readonly [name: string, latin: string]

export interface Surname {
  readonly name: string
  readonly latin: string
  readonly hers?: string
  readonly call?: string
}

const latin = (names: string): Name[] => names.split(' ').map((name) => [name, plainLetters(name)])
const pairs = (names: string): Name[] =>
  names.split(' ').map((pair) => {
    const [name = '', letters = ''] = pair.split('/')
    return [name.replaceAll('_', ' '), letters]
  })
const surnames = (names: string): Surname[] => latin(names).map(([name, letters]) => ({ name, latin: letters }))

/** Without accents, in small letters, as in an address. */
export function plainLetters(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f’' -]/g, '')
    .replaceAll('ł', 'l')
}

export const NAMES = {
  en: {
    men: latin(
      'Oliver James Thomas George Harry William Daniel Samuel Peter Alan Graham Martin Stephen Keith Callum Rhys Owen Declan Amir Joseph',
    ),
    women: latin(
      'Emily Charlotte Alice Hannah Sophie Rebecca Laura Margaret Susan Helen Joanne Fiona Bethan Siobhan Priya Grace Ruth Jessica Eleanor Karen',
    ),
    surnames: surnames(
      'Hughes Carter Bennett Whitfield Thornton Marsh Clarke Doyle Fletcher Grant Holloway Kaur Lewis Mercer Norris Okafor Pearce Reid Shaw Turner Underhill Walsh Yates Ashdown Barlow Crowther',
    ),
    domains: ['postbox.example', 'mailbarn.example', 'inbox-uk.example', 'hedgerow.example'],
  },
  it: {
    men: latin(
      'Marco Luca Andrea Matteo Giovanni Paolo Stefano Alessandro Davide Roberto Francesco Antonio Simone Fabio Enrico Pietro Salvatore Massimo Giorgio Lorenzo',
    ),
    women: latin(
      'Giulia Chiara Francesca Elena Sara Martina Valentina Paola Laura Silvia Anna Maria Federica Roberta Caterina Lucia Ilaria Beatrice Daniela Teresa',
    ),
    surnames: surnames(
      'Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Caruso Ferraro Villa Pellegrini',
    ),
    domains: ['postaviva.example', 'casella.example', 'lettere.example', 'postino.example'],
  },
  pl: {
    men: latin(
      'Jan Piotr Krzysztof Andrzej Tomasz Paweł Michał Marcin Jakub Adam Łukasz Grzegorz Mateusz Wojciech Rafał Marek Kamil Bartosz Stanisław Dawid',
    ),
    women: latin(
      'Anna Katarzyna Małgorzata Agnieszka Barbara Ewa Magdalena Joanna Monika Zofia Aleksandra Natalia Beata Dorota Karolina Julia Maria Iwona Halina Justyna',
    ),
    surnames: [
      ...pairs(
        'Kowalski/Kowalska Wiśniewski/Wiśniewska Lewandowski/Lewandowska Zieliński/Zielińska Szymański/Szymańska Kozłowski/Kozłowska Jankowski/Jankowska Kwiatkowski/Kwiatkowska Krawczyk/Krawczyk Piotrowski/Piotrowska Grabowski/Grabowska Pawłowski/Pawłowska',
      ).map(([name, hers]) => ({ name, hers, latin: plainLetters(name) })),
      ...surnames('Nowak Wójcik Woźniak Mazur Dudek Wieczorek Wróbel Stępień Sikora Baran Pietrzak'),
    ],
    domains: ['poczta-pl.example', 'skrzynka.example', 'listek.example', 'golab.example'],
  },
  el: {
    men: pairs(
      'Γιώργος/giorgos Δημήτρης/dimitris Νίκος/nikos Κώστας/kostas Γιάννης/giannis Παναγιώτης/panagiotis Βασίλης/vasilis Χρήστος/christos Αντώνης/antonis Θανάσης/thanasis Μιχάλης/michalis Σπύρος/spyros Στέλιος/stelios Λευτέρης/lefteris Πέτρος/petros Μανώλης/manolis',
    ),
    women: pairs(
      'Μαρία/maria Ελένη/eleni Κατερίνα/katerina Βασιλική/vasiliki Σοφία/sofia Αγγελική/angeliki Γεωργία/georgia Δήμητρα/dimitra Ειρήνη/eirini Ιωάννα/ioanna Χριστίνα/christina Αναστασία/anastasia Παναγιώτα/panagiota Ευαγγελία/evangelia Φωτεινή/foteini Δέσποινα/despoina',
    ),
    surnames: [
      { name: 'Παπαδόπουλος', hers: 'Παπαδοπούλου', call: 'Παπαδόπουλε', latin: 'papadopoulos' },
      { name: 'Οικονόμου', latin: 'oikonomou' },
      { name: 'Γεωργίου', latin: 'georgiou' },
      { name: 'Δημητρίου', latin: 'dimitriou' },
      { name: 'Παπαγεωργίου', latin: 'papageorgiou' },
      { name: 'Νικολάου', latin: 'nikolaou' },
      { name: 'Αλεξίου', latin: 'alexiou' },
      { name: 'Βασιλείου', latin: 'vasileiou' },
      { name: 'Μακρής', hers: 'Μακρή', call: 'Μακρή', latin: 'makris' },
      { name: 'Παππάς', hers: 'Παππά', call: 'Παππά', latin: 'pappas' },
      { name: 'Καραγιάννης', hers: 'Καραγιάννη', call: 'Καραγιάννη', latin: 'karagiannis' },
      { name: 'Αντωνόπουλος', hers: 'Αντωνοπούλου', call: 'Αντωνόπουλε', latin: 'antonopoulos' },
      { name: 'Σταυρόπουλος', hers: 'Σταυροπούλου', call: 'Σταυρόπουλε', latin: 'stavropoulos' },
      { name: 'Χατζής', hers: 'Χατζή', call: 'Χατζή', latin: 'chatzis' },
      { name: 'Λάμπρου', latin: 'lamprou' },
      { name: 'Ζαφειρίου', latin: 'zafeiriou' },
      { name: 'Σαμαράς', hers: 'Σαμαρά', call: 'Σαμαρά', latin: 'samaras' },
      { name: 'Καλογεράκης', hers: 'Καλογεράκη', call: 'Καλογεράκη', latin: 'kalogerakis' },
    ],
    domains: ['tachydromos.example', 'grammata.example', 'thyrida.example'],
  },
  ar: {
    men: pairs(
      'أحمد/ahmad محمد/mohammad علي/ali عمر/omar خالد/khaled يوسف/youssef حسن/hassan سامر/samer كريم/karim طارق/tareq إبراهيم/ibrahim محمود/mahmoud رامي/rami ياسر/yasser نبيل/nabil زياد/ziad',
    ),
    women: pairs(
      'فاطمة/fatima مريم/mariam ليلى/layla نور/nour سارة/sara هدى/huda رنا/rana سلمى/salma دينا/dina ريم/reem عائشة/aisha أمل/amal لينا/lina هالة/hala سمر/samar ندى/nada',
    ),
    surnames: pairs(
      'الخطيب/alkhatib حداد/haddad النجار/alnajjar منصور/mansour الشامي/alshami قاسم/qasem العلي/alali درويش/darwish صباغ/sabbagh الحسن/alhassan عيسى/issa بركات/barakat الزعبي/alzoubi خليل/khalil نصّار/nassar عبد_الرحمن/abdulrahman مراد/murad الصالح/alsaleh',
    ).map(([name, letters]) => ({ name, latin: letters })),
    domains: ['bareed.example', 'rasael.example', 'sanduq.example'],
  },
} satisfies Record<string, Names>
