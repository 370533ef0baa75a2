/** Λέξεις της σελίδας των βελτιώσεων. */
export const improvements = {
  'improvements.lead':
    'Τι να βελτιωθεί πρώτα, σύμφωνα με τα δικά μας αιτήματα: το μερίδιο των επαφών που αφορά ένας όρος × πόσο συχνά κάτι πάει στραβά εκεί ÷ ο κόπος της διόρθωσης.',
  'improvements.period': '{count, plural, one {Ένα αίτημα} other {# αιτήματα}} από {from} έως {until} ({zone}).',
  'improvements.no-charter': 'Δεν ισχύει κανένας χάρτης',
  'improvements.no-charter-hint':
    'Οι υποσχέσεις, οι επανορθώσεις και οι διαδικασίες του μπαίνουν εδώ σε σειρά μόλις δημοσιευτεί.',
  'improvements.first': 'Να βελτιωθούν πρώτα',
  'improvements.none': 'Τίποτα δεν χρειάζεται βελτίωση',
  'improvements.none-hint':
    'Όπου αθετούνται υποσχέσεις, οι βαθμοί είναι χαμηλοί ή παραλείπονται βήματα, οι όροι εμφανίζονται εδώ.',
  'improvements.well': 'Τίποτα δεν πήγε στραβά',
  'improvements.unmeasured': 'Δεν έχουν μετρηθεί',
  'improvements.unmeasured-lead':
    'Κανένα αίτημα αυτών των ημερών δεν δείχνει πώς πηγαίνουν. Αυτό δεν σημαίνει ότι πηγαίνουν καλά.',
  'improvements.settled': 'Έγιναν ή εγκαταλείφθηκαν',
  'improvement.share': '{share, number, percent} των επαφών ({touched, number} από {contacts, number})',
  'improvement.harm': 'στραβά στο {harm, number, percent} ({wrong, number} από {told, number})',
  'improvement.touched':
    '{touched, plural, =0 {δεν αφορά κανένα αίτημα} one {αφορά ένα αίτημα} other {αφορά # αιτήματα}}',
  'improvement.weight': 'βάρος {weight, number}',
  'improvement.effort': 'Κόπος',
  'improvement.effort.small': 'μικρός',
  'improvement.effort.medium': 'μέτριος',
  'improvement.effort.large': 'μεγάλος',
  'improvement.effort.unsaid': 'δεν ειπώθηκε (μετρά ως μέτριος)',
  'improvement.owner': 'Ποιος το αναλαμβάνει',
  'improvement.nobody': 'κανείς',
  'improvement.by': 'Έως',
  'improvement.no-date': 'χωρίς ημερομηνία',
  'improvement.overdue': 'εκπρόθεσμο',
  'improvement.note': 'Σημείωση',
  'improvement.state': 'Πού βρίσκεται',
  'improvement.state.open': 'εκκρεμεί',
  'improvement.state.done': 'έγινε',
  'improvement.state.dropped': 'εγκαταλείφθηκε',
  'improvement.said': 'Καταχωρίστηκε: {who}, {time}',
  'improvement.plan': 'Σχεδιασμός',
  'improvement.plan-of': 'Σχεδιασμός της βελτίωσης του όρου {clause}',
  'improvement.keep': 'Αποθήκευση',
  'improvement.kept': 'Αποθηκεύτηκε.',
}
