import type { ProductKind } from './demo-texts.ts'

/** What the shop sells: the names in five languages, of which the last word is the model's, in Latin letters everywhere. */
export interface Product {
  /** Cents. */
  readonly price: number
  readonly kinds: readonly ProductKind[]
  readonly en: ProductName
  readonly it: ProductName
  readonly pl: ProductName
  readonly el: ProductName
  readonly ar: ProductName
}

export interface ProductName {
  readonly name: string
  /** As the subject of a sentence, and as its object, with the article; the name where left out. */
  readonly the?: string
  readonly obj?: string
  readonly gender: 'm' | 'f' | 'n'
}

const plain = (name: string): ProductName => ({ name, the: `the ${name}`, obj: `the ${name}`, gender: 'n' })
const name = (gender: ProductName['gender'], subject: string, the = subject, obj = the): ProductName => ({
  name: subject,
  the,
  obj,
  gender,
})

export const PRODUCTS: readonly Product[] = [
  {
    price: 3990,
    kinds: ['electric', 'filter', 'solid'],
    en: plain('Alder kettle'),
    it: name('m', 'bollitore Alder', 'il bollitore Alder'),
    pl: name('m', 'czajnik Alder'),
    el: name('m', 'βραστήρας Alder', 'ο βραστήρας Alder', 'τον βραστήρα Alder'),
    ar: name('f', 'غلاية Alder'),
  },
  {
    price: 3450,
    kinds: ['hob', 'kitchen', 'solid'],
    en: plain('Ember frying pan 28'),
    it: name('f', 'padella Ember 28', 'la padella Ember 28'),
    pl: name('f', 'patelnia Ember 28', 'patelnia Ember 28', 'patelnię Ember 28'),
    el: name('n', 'τηγάνι Ember 28', 'το τηγάνι Ember 28'),
    ar: name('f', 'مقلاة Ember 28'),
  },
  {
    price: 8900,
    kinds: ['hob', 'kitchen', 'solid'],
    en: plain('Hearth casserole'),
    it: name('f', 'pentola Hearth', 'la pentola Hearth'),
    pl: name('m', 'garnek Hearth'),
    el: name('f', 'κατσαρόλα Hearth', 'η κατσαρόλα Hearth', 'την κατσαρόλα Hearth'),
    ar: name('f', 'طنجرة Hearth'),
  },
  {
    price: 5490,
    kinds: ['electric', 'fragile', 'solid'],
    en: plain('Fenwick table lamp'),
    it: name('f', 'lampada da tavolo Fenwick', 'la lampada da tavolo Fenwick'),
    pl: name('f', 'lampa stołowa Fenwick', 'lampa stołowa Fenwick', 'lampę stołową Fenwick'),
    el: name('n', 'φωτιστικό Fenwick', 'το φωτιστικό Fenwick'),
    ar: name('m', 'مصباح طاولة Fenwick'),
  },
  {
    price: 11900,
    kinds: ['kitchen', 'solid'],
    en: plain('Sorrel knife set'),
    it: name('m', 'set di coltelli Sorrel', 'il set di coltelli Sorrel'),
    pl: name('m', 'zestaw noży Sorrel'),
    el: name('n', 'σετ μαχαιριών Sorrel', 'το σετ μαχαιριών Sorrel'),
    ar: name('m', 'طقم سكاكين Sorrel'),
  },
  {
    price: 4500,
    kinds: ['electric', 'solid'],
    en: plain('Rowan toaster'),
    it: name('m', 'tostapane Rowan', 'il tostapane Rowan'),
    pl: name('m', 'toster Rowan'),
    el: name('f', 'τοστιέρα Rowan', 'η τοστιέρα Rowan', 'την τοστιέρα Rowan'),
    ar: name('f', 'محمّصة خبز Rowan'),
  },
  {
    price: 18900,
    kinds: ['electric', 'filter', 'solid'],
    en: plain('Heron vacuum cleaner'),
    it: name('m', 'aspirapolvere Heron', 'l’aspirapolvere Heron'),
    pl: name('m', 'odkurzacz Heron'),
    el: name('f', 'ηλεκτρική σκούπα Heron', 'η ηλεκτρική σκούπα Heron', 'την ηλεκτρική σκούπα Heron'),
    ar: name('f', 'مكنسة كهربائية Heron'),
  },
  {
    price: 6490,
    kinds: ['electric', 'solid'],
    en: plain('Linden iron'),
    it: name('m', 'ferro da stiro Linden', 'il ferro da stiro Linden'),
    pl: name('n', 'żelazko Linden'),
    el: name('n', 'σίδερο Linden', 'το σίδερο Linden'),
    ar: name('f', 'مكواة Linden'),
  },
  {
    price: 9900,
    kinds: ['textile'],
    en: plain('Moor duvet'),
    it: name('m', 'piumone Moor', 'il piumone Moor'),
    pl: name('f', 'kołdra Moor', 'kołdra Moor', 'kołdrę Moor'),
    el: name('n', 'πάπλωμα Moor', 'το πάπλωμα Moor'),
    ar: name('m', 'لحاف Moor'),
  },
  {
    price: 14900,
    kinds: ['furniture', 'solid'],
    en: plain('Otter armchair'),
    it: name('f', 'poltrona Otter', 'la poltrona Otter'),
    pl: name('m', 'fotel Otter'),
    el: name('f', 'πολυθρόνα Otter', 'η πολυθρόνα Otter', 'την πολυθρόνα Otter'),
    ar: name('m', 'كرسي Otter'),
  },
  {
    price: 12900,
    kinds: ['furniture', 'solid'],
    en: plain('Tarn bookcase'),
    it: name('f', 'libreria Tarn', 'la libreria Tarn'),
    pl: name('m', 'regał Tarn'),
    el: name('f', 'βιβλιοθήκη Tarn', 'η βιβλιοθήκη Tarn', 'τη βιβλιοθήκη Tarn'),
    ar: name('f', 'خزانة كتب Tarn'),
  },
  {
    price: 7990,
    kinds: ['electric', 'filter', 'solid'],
    en: plain('Wren coffee maker'),
    it: name('f', 'macchina da caffè Wren', 'la macchina da caffè Wren'),
    pl: name('m', 'ekspres do kawy Wren'),
    el: name('f', 'καφετιέρα Wren', 'η καφετιέρα Wren', 'την καφετιέρα Wren'),
    ar: name('f', 'ماكينة قهوة Wren'),
  },
  {
    price: 7450,
    kinds: ['kitchen', 'fragile', 'solid'],
    en: plain('Meadow dinner set'),
    it: name('m', 'servizio di piatti Meadow', 'il servizio di piatti Meadow'),
    pl: name('m', 'serwis obiadowy Meadow'),
    el: name('n', 'σερβίτσιο Meadow', 'το σερβίτσιο Meadow'),
    ar: name('m', 'طقم أطباق Meadow'),
  },
  {
    price: 5900,
    kinds: ['electric', 'solid'],
    en: plain('Bramley blender'),
    it: name('m', 'frullatore Bramley', 'il frullatore Bramley'),
    pl: name('m', 'blender Bramley'),
    el: name('n', 'μπλέντερ Bramley', 'το μπλέντερ Bramley'),
    ar: name('m', 'خلاط Bramley'),
  },
  {
    price: 13900,
    kinds: ['textile'],
    en: plain('Harrow rug 160×230'),
    it: name('m', 'tappeto Harrow 160×230', 'il tappeto Harrow 160×230'),
    pl: name('m', 'dywan Harrow 160×230'),
    el: name('n', 'χαλί Harrow 160×230', 'το χαλί Harrow 160×230'),
    ar: name('f', 'سجادة Harrow 160×230'),
  },
  {
    price: 6900,
    kinds: ['fragile', 'solid'],
    en: plain('Pool mirror'),
    it: name('m', 'specchio Pool', 'lo specchio Pool'),
    pl: name('n', 'lustro Pool'),
    el: name('m', 'καθρέφτης Pool', 'ο καθρέφτης Pool', 'τον καθρέφτη Pool'),
    ar: name('f', 'مرآة Pool'),
  },
  {
    price: 2490,
    kinds: ['electric', 'solid'],
    en: plain('Peck kitchen scale'),
    it: name('f', 'bilancia da cucina Peck', 'la bilancia da cucina Peck'),
    pl: name('f', 'waga kuchenna Peck', 'waga kuchenna Peck', 'wagę kuchenną Peck'),
    el: name('f', 'ζυγαριά κουζίνας Peck', 'η ζυγαριά κουζίνας Peck', 'τη ζυγαριά κουζίνας Peck'),
    ar: name('m', 'ميزان مطبخ Peck'),
  },
  {
    price: 3200,
    kinds: ['solid'],
    en: plain('Withy laundry basket'),
    it: name('m', 'cesto per la biancheria Withy', 'il cesto per la biancheria Withy'),
    pl: name('m', 'kosz na bieliznę Withy'),
    el: name('n', 'καλάθι απλύτων Withy', 'το καλάθι απλύτων Withy'),
    ar: name('f', 'سلة غسيل Withy'),
  },
  {
    price: 5800,
    kinds: ['electric', 'filter', 'solid'],
    en: plain('Gale floor fan'),
    it: name('m', 'ventilatore Gale', 'il ventilatore Gale'),
    pl: name('m', 'wentylator Gale'),
    el: name('m', 'ανεμιστήρας Gale', 'ο ανεμιστήρας Gale', 'τον ανεμιστήρα Gale'),
    ar: name('f', 'مروحة Gale'),
  },
  {
    price: 4200,
    kinds: ['textile'],
    en: plain('Foxglove towel set'),
    it: name('m', 'set di asciugamani Foxglove', 'il set di asciugamani Foxglove'),
    pl: name('m', 'komplet ręczników Foxglove'),
    el: name('n', 'σετ πετσέτες Foxglove', 'το σετ πετσέτες Foxglove'),
    ar: name('m', 'طقم مناشف Foxglove'),
  },
]
