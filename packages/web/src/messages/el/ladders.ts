import type { ladders as master } from '../en/ladders.ts'

export const ladders: Readonly<Record<keyof typeof master, string>> = {
  'ladder.open': 'Διαδρομή του {clause}',
  'ladder.hint':
    'Τι θα συνέβαινε σε ένα αίτημα που δεν αγγίζει κανείς: κάθε βήμα στην ώρα του, ποιον φτάνει και ποιος λείπει τότε, όσο είναι γνωστές οι απουσίες. Δεν στέλνεται τίποτα.',
  'ladder.at': 'Το αίτημα έρχεται ({zone})',
  'ladder.assignee': 'Ποιος το έχει',
  'ladder.go': 'Δείτε τη διαδρομή',
  'ladder.ticket': 'Το αίτημα: {facts}.',
  'ladder.any': 'οποιοδήποτε',
  'ladder.due': 'Η προθεσμία του {promise}: {time}.',
  'ladder.fine': 'Σε κάθε βήμα, και στο τέλος, υπάρχει κάποιος σε υπηρεσία.',
  'ladder.fine-end':
    'Στο τέλος υπάρχει κάποιος σε υπηρεσία. Ένα βήμα που ενημερώνει όποιον έχει το αίτημα δεν φτάνει κανέναν όσο δεν το έχει κανείς.',
  'ladder.mend': '{count, plural, one {# σημείο προς διόρθωση} other {# σημεία προς διόρθωση}}',
  'ladder.steps': 'Βήματα του {clause}',
  'ladder.step': 'Βήμα {step, number}',
  'ladder.last': 'το τέλος',
  'ladder.when': '{time} ({zone})',
  'ladder.never': 'αργότερα από όσο γνωρίζει το ημερολόγιό του',
  'ladder.closed': 'Όλα τα ημερολόγια είναι τότε κλειστά.',
  'ladder.on-duty': 'Υπάρχει κάποιος σε υπηρεσία',
  'ladder.off-duty': 'Κανείς σε υπηρεσία',
  'ladder.unassigned': 'Κανείς δεν έχει ακόμη το αίτημα',
  'ladder.told': 'Ενημερώνεται στην εφαρμογή ({position}): {who}',
  'ladder.given': 'Παίρνει το αίτημα ({position}): {who}',
  'ladder.mailed': 'Και με e-mail: {who}',
  'ladder.away': 'Απουσία: {name}, έως {time}.',
  'ladder.away-deputy': 'Απουσία: {name}, έως {time}· αναπληρωτής: {deputy}.',
  'ladder.away-tickets': 'Απουσία: {name}, έως {time}· τα αιτήματα αναλαμβάνει {deputy}, όχι τη θέση.',
  'ladder.instead': 'Όλοι στη θέση «{position}» λείπουν: ενεργεί η θέση «{instead}».',
  'ladder.chain': 'Το αίτημα πηγαίνει: {chain}.',
  'ladder.chain-none': 'Κανένα βήμα δεν δίνει το αίτημα σε άλλον.',
  'ladder.no-circle': 'Δεν επιστρέφει σε κανέναν.',
  'ladder.outside': 'Μετά το τελευταίο βήμα: {body}',
  'ladder.why.not-begun': 'Δεν ξεκινά σε αίτημα που έρχεται τότε.',
  'ladder.why.past-horizon': 'Τα ημερολόγια δεν γνωρίζουν εκείνον τον χρόνο.',
  'ladder.trouble.position-empty':
    'Βήμα {step, number}: κανείς δεν κατέχει τη θέση «{position}». Δώστε την σε κάποιον στον κατάλογο των ατόμων.',
  'ladder.trouble.position-away':
    'Βήμα {step, number}: όλοι στη θέση «{position}» λείπουν τότε, και μετά δεν υπάρχει κανείς. Δώστε τη θέση σε ένα άτομο ακόμη ή ορίστε άλλη θέση σε αυτό ή σε επόμενο βήμα.',
  'ladder.trouble.nobody-has-it':
    'Βήμα {step, number}, το τέλος: ενημερώνεται όποιος έχει το αίτημα, και δεν το έχει κανείς. Ενημερώστε μια θέση ή δώστε το αίτημα σε προηγούμενο βήμα.',
  'ladder.trouble.nobody-told': 'Βήμα {step, number}, το τέλος: δεν ενημερώνεται κανείς. Ενημερώστε μια θέση.',
  'ladder.trouble.goes-back':
    'Βήμα {step, number}: το αίτημα επιστρέφει στη θέση «{position}». Δώστε το σε κάποιον πιο ψηλά.',
  'ladder.trouble.no-instant':
    'Το βήμα {step, number} έρχεται αργότερα από όσο γνωρίζει το ημερολόγιό του. Συντομεύστε τον χρόνο του ή δηλώστε τις αργίες για πιο μπροστά.',
}
