import type { mailHealth as master } from '../en/mail-health.ts'

export const mailHealth: Readonly<Record<keyof typeof master, string>> = {
  'health.title': 'Κατάσταση αλληλογραφίας',
  'health.lead': 'Τι ήρθε και τι έφυγε, ανά γραμματοκιβώτιο. Τα μέρη κάθε γραμμής αθροίζονται.',
  'health.none': 'Καμία διεύθυνση ακόμη',
  'health.none-hint': 'Τα γραμματοκιβώτια εμφανίζονται εδώ μόλις η εταιρεία αποκτήσει διεύθυνση.',
  'health.state.well': 'Όλα καλά',
  'health.state.late': 'Αλληλογραφία περιμένει ανάγνωση',
  'health.state.failing': 'Η λήψη αποτυγχάνει',
  'health.state.given-up': 'Αλληλογραφία δεν παραδόθηκε',
  'health.to-look-at': '{count, plural, one {# μήνυμα για έλεγχο} other {# μηνύματα για έλεγχο}}',
  'health.last-mail': 'Τελευταίο μήνυμα {time}',
  'health.no-mail': 'Δεν έχει έρθει ακόμη μήνυμα',
  'health.waiting': 'Το παλαιότερο που περιμένει ανάγνωση ήρθε {time}',
  'health.direct': 'Στέλνεται απευθείας σε εμάς',
  'health.fetched': 'Λαμβάνεται από {host}, τελευταία φορά {time}',
  'health.not-fetched': 'Λαμβάνεται από {host}, δεν ολοκληρώθηκε ακόμη',
  'health.failing': 'Από {time} η λήψη αποτυγχάνει.',
  'health.next-try': 'Επόμενη προσπάθεια: {time}',
  'health.plus.refused':
    'Η αλληλογραφία προς διευθύνσεις όπως {address} δεν φτάνει εκεί. Οι απαντήσεις βρίσκουν το αίτημά τους από το μήνυμα στο οποίο απαντούν, και το προσωπικό απαντά μέσα από το σύστημα, όχι από το πρόγραμμα αλληλογραφίας του.',
  'health.plus.unknown':
    'Δεν είναι ακόμη γνωστό αν η αλληλογραφία προς διευθύνσεις όπως {address} φτάνει εκεί. Ως τότε οι απαντήσεις βρίσκουν το αίτημά τους από το μήνυμα στο οποίο απαντούν.',
  'health.fetch': 'Λήψη τώρα',
  'health.fetch-of': 'Λήψη τώρα της αλληλογραφίας του {address}',
  'health.asked': 'Ζητήθηκε. Ό,τι υπάρχει εκεί έρχεται σε λίγο.',
  'health.came': 'Ήρθαν',
  'health.left': 'Έφυγαν',
  'health.counts-of': '{what}: {address}',
  'health.day': '24 ώρες',
  'health.week': '7 ημέρες',
  'health.out.written': 'Γράφτηκαν',
  'health.out.sent': 'Στάλθηκαν',
  'health.out.waiting': 'Περιμένουν',
  'health.out.deferred': 'Ξαναδοκιμάζονται',
  'health.out.given_up': 'Εγκαταλείφθηκαν',
  'health.compared':
    'Φάκελος {folder}, σύγκριση {time}: {count, plural, one {υπάρχει εκεί # μήνυμα.} other {υπάρχουν εκεί # μηνύματα.}}',
  'health.compared-same': 'Όλα φυλάσσονται εδώ.',
  'health.compared-fetched': '{count, plural, one {# έλειπε και λήφθηκε.} other {# έλειπαν και λήφθηκαν.}}',
  'health.compared-failed':
    '{count, plural, one {# λείπει και δεν μπόρεσε να ληφθεί. Θα ξαναδοκιμαστεί.} other {# λείπουν και δεν μπόρεσαν να ληφθούν. Θα ξαναδοκιμαστούν.}}',
  'health.compared-gone':
    '{count, plural, one {# που φυλάσσεται εδώ δεν υπάρχει πια εκεί: κάποιος το μετακίνησε ή το διέγραψε.} other {# που φυλάσσονται εδώ δεν υπάρχουν πια εκεί: κάποιος τα μετακίνησε ή τα διέγραψε.}}',
  'health.bytes-whole':
    'Τα πρωτότυπα διαβάστηκαν ξανά {time}: {count, plural, one {# μήνυμα, ακέραιο.} other {# μηνύματα, όλα ακέραια.}}',
  'health.bytes-bad':
    'Τα πρωτότυπα διαβάστηκαν ξανά {time}: {count, plural, one {# λείπει ή έχει φθαρεί. Επαναφέρετέ το από αντίγραφο ασφαλείας.} other {# λείπουν ή έχουν φθαρεί. Επαναφέρετέ τα από αντίγραφο ασφαλείας.}}',
  'health.room-short':
    'Ο δίσκος είναι σχεδόν γεμάτος: απομένουν {free, number} MB. Η αλληλογραφία μένει στους αποστολείς ώσπου να υπάρξει χώρος.',
  'health.key-lacking':
    'Το κλειδί που υπογράφει τα μηνύματα του {domain} λείπει από το DNS ή άλλαξε εκεί. Τα μηνύματα υπογράφονται ακόμη. Διαπιστώθηκε: {time}.',
  'health.key-stopped':
    'Τα μηνύματα του {domain} φεύγουν ανυπόγραφα: το κλειδί που τα υπέγραφε λείπει από το DNS ή άλλαξε εκεί. Διαπιστώθηκε: {time}.',
  'health.see-key': 'Δείτε την εγγραφή του',
  'mail.outcome.to-look-at': 'Για έλεγχο',
  'mail.read': 'Ανάγνωση',
  'mail.hide': 'Απόκρυψη',
  'mail.leave': 'Μένει εδώ',
  'mail.left': 'ελέγχθηκε: είναι στη σωστή θέση',
  'mail.retry': 'Νέα προσπάθεια ανάγνωσης',
  'mail.raw-shown': 'Δεν μπόρεσε να διαβαστεί. Αυτή είναι η αρχή του, όπως ήρθε.',
  'mail.no-text': 'Δεν γράφει τίποτα.',
  'mail.every-state': 'Όλα',
  'mail.send-now': 'Αποστολή τώρα',
}
