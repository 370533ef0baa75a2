import type { breaches as master } from '../en/breaches.ts'

export const breaches: Readonly<Record<keyof typeof master, string>> = {
  'broken.title': 'Υποσχέσεις που δεν τηρήθηκαν',
  'broken.lead':
    'Τι δεν τηρήθηκε, πού πήγε ο χρόνος και γιατί, με βάση έναν γραπτό κανόνα. Κάθε αριθμός οδηγεί στα αιτήματά του.',
  'broken.totals': 'Αριθμοί',
  'broken.filters': 'Τι εμφανίζεται',
  'broken.by.cause': 'Αιτία',
  'broken.by.promise': 'Όρος',
  'broken.by.team': 'Ομάδα',
  'broken.by.week': 'Εβδομάδα, από Δευτέρα',
  'broken.all': 'Όλα',
  'broken.clear': 'Εμφάνιση όλων',
  'broken.of': '{percent, number, percent} από {settled, number}',
  'broken.half-late': 'οι μισές καθυστέρησαν έως {length}',
  'broken.total-none': 'Καμία',
  'broken.promise': '{id} {name}',
  'broken.no-team': 'χωρίς ομάδα',
  'broken.list': 'Αιτήματα',
  'broken.due': 'προθεσμία {time}',
  'broken.none': 'Δεν υπάρχουν υποσχέσεις που δεν τηρήθηκαν',
  'broken.none-hint':
    'Όταν μία δεν τηρηθεί, εμφανίζεται εδώ με τον χρόνο που χρειάστηκε και την αιτία, ώστε να διορθωθεί.',
  'broken.none-here': 'Τίποτα δεν ταιριάζει στην επιλογή σας',
  'broken.segments': 'Πού πήγε ο χρόνος',
  'broken.correct': 'Διόρθωση της αιτίας',
  'broken.corrected': '{who}: {reason}',
  'broken.by-rule': 'Σύμφωνα με τον κανόνα: {cause}. {rule}',
  'broken.rule-says': 'σύμφωνα με τον κανόνα',
  'broken.reason': 'Πώς το γνωρίζετε;',
  'broken.was-corrected': 'Η αιτία διορθώθηκε.',

  'cause.surge': 'Ήρθαν πολλά μαζί',
  'cause.bounced': 'Πέρασε από πολλά χέρια',
  'cause.other-team': 'Ήταν σε άλλη ομάδα',
  'cause.unassigned': 'Δεν είχε ανατεθεί',
  'cause.reopened': 'Έγινε επαναφορά',
  'cause.out-of-hours': 'Ήρθε εκτός ωραρίου',
  'cause.slow': 'Είχε ανατεθεί και περίμενε',
  'cause.rule.surge':
    'Όταν ξεκίνησε, μέσα στην ώρα ή την ημέρα ήρθαν τουλάχιστον δέκα αιτήματα και διπλάσια από τα συνηθισμένα· το μεγαλύτερο μέρος του χρόνου που μέτρησε έμεινε χωρίς ανάθεση ή σε αναμονή.',
  'cause.rule.bounced': 'Το είχαν τρεις ή περισσότεροι, κανένας για τον μισό χρόνο που μέτρησε.',
  'cause.rule.other-team': 'Το μεγαλύτερο μέρος του χρόνου που μέτρησε το είχε άλλη ομάδα από την πρώτη.',
  'cause.rule.unassigned': 'Το μεγαλύτερο μέρος του χρόνου που μέτρησε δεν είχε ανατεθεί σε κανέναν.',
  'cause.rule.reopened': 'Το μεγαλύτερο μέρος του χρόνου που μέτρησε ήταν μετά την επαναφορά.',
  'cause.rule.out-of-hours':
    'Ξεκίνησε όσο ήταν κλειστά, και το μεγαλύτερο μέρος του χρόνου που μέτρησε πέρασε πριν από την πρώτη ενέργεια.',
  'cause.rule.slow': 'Το μεγαλύτερο μέρος του χρόνου που μέτρησε είχε ανατεθεί και περίμενε.',

  'segment.paused': 'Σε παύση',
  'segment.closed': 'Κλειστά',
  'segment.after-reopening': 'Μετά την επαναφορά',
  'segment.unassigned': 'Χωρίς ανάθεση',
  'segment.other-team': 'Σε άλλη ομάδα',
  'segment.waiting': 'Με ανάθεση, σε αναμονή',

  'problem.not-broken': 'Αυτή η υπόσχεση δεν θεωρείται πια ότι δεν τηρήθηκε. Φορτώστε ξανά τη σελίδα.',
}
