import type { Catalogue } from './en.ts'

export const el: Catalogue = {
  subject: '{count, plural, one {Ένα αίτημα σας χρειάζεται: {number}} other {# αιτήματα σας χρειάζονται: {number}}}',
  told: 'Αίτημα {number}: ήρθε η ώρα για το βήμα {step} του όρου {clause}: {due}.',
  given: 'Το αίτημα {number} είναι πλέον δικό σας: ήρθε η ώρα για το βήμα {step} του όρου {clause}: {due}.',
  waited:
    'Αίτημα {number}: η αναμονή στο βήμα {step} του όρου {clause} έφτασε στο όριό της: {due}. Συνεχίστε με το επόμενο βήμα.',
}
