import type { desk as master } from '../en/desk.ts'

export const desk: Readonly<Record<keyof typeof master, string>> = {
  loading: 'Φόρτωση…',
  again: 'Δοκιμή ξανά',
  close: 'Κλείσιμο',
  cancel: 'Άκυρο',
  save: 'Αποθήκευση',
  more: 'Εμφάνιση περισσότερων',
  optional: 'προαιρετικό',
  nobody: 'Κανείς',
  'page.skip': 'Μετάβαση στο περιεχόμενο',
  'page.title': '{page} – {workspace}',

  'nav.main': 'Γραφείο εξυπηρέτησης',
  'nav.tickets': 'Αιτήματα',
  'nav.new': 'Νέο αίτημα',
  'nav.mail': 'Αλληλογραφία',
  'nav.attention-count':
    '{count, plural, =0 {Χρειάζονται προσοχή} one {Χρειάζονται προσοχή: # θέμα} other {Χρειάζονται προσοχή: # θέματα}}',
  'nav.grants-count':
    '{count, plural, =0 {Αποκαταστάσεις} one {Αποκαταστάσεις: # σας περιμένει} other {Αποκαταστάσεις: # σας περιμένουν}}',
  'nav.broken-count':
    '{count, plural, =0 {Υποσχέσεις που δεν τηρήθηκαν} one {Υποσχέσεις που δεν τηρήθηκαν: # τις τελευταίες 7 ημέρες, χωρίς διόρθωση αιτίας} other {Υποσχέσεις που δεν τηρήθηκαν: # τις τελευταίες 7 ημέρες, χωρίς διόρθωση αιτίας}}',
  'nav.charter-count':
    '{count, plural, =0 {Χάρτης} one {Χάρτης: # αλλαγή για ανάγνωση} other {Χάρτης: # αλλαγές για ανάγνωση}}',
  'nav.people': 'Άτομα',
  'nav.keys': 'Κλειδιά API',
  'nav.settings': 'Ρυθμίσεις',
  'nav.help': 'Συντομεύσεις πληκτρολογίου',
  'nav.short.new': 'Νέο',
  'nav.short.grants': 'Αποκαταστάσεις',
  'nav.short.broken': 'Δεν τηρήθηκαν',
  'nav.short.attention': 'Προσοχή',
  'nav.short.help': 'Συντομεύσεις',

  'charter.title': 'Χάρτης',
  'charter.handbook': 'Εγχειρίδιο',
  'charter.changes': 'Αλλαγές που σας αφορούν',
  'charter.versions': 'Εκδόσεις',
  'charter.objectives': 'Στόχοι',
  'charter.direction': 'Κατεύθυνση',
  'charter.improvements': 'Βελτιώσεις',
  'charter.health': 'Έλεγχος υγείας',
  'charter.law': 'Νόμος',
  'charter.suggestions': 'Προτάσεις',
  'charter.templates': 'Πρότυπα',
  'charter.drafts': 'Πρόχειρα',

  'live.lost': 'Η σύνδεση χάθηκε. Όσα βλέπετε μπορεί να είναι παλιά· γίνεται συνεχώς νέα προσπάθεια.',
  'live.message': 'Νέο μήνυμα στο αίτημα {number}: {who}',
  'live.broken': 'Δεν τηρήθηκε μια υπόσχεση: αίτημα {number}, {who}',

  'settings.title': 'Ρυθμίσεις',
  'settings.language': 'Γλώσσα',
  'settings.looks': 'Σε αυτή τη συσκευή',
  'settings.theme': 'Χρώματα',
  'settings.theme-device': 'Όπως στη συσκευή',
  'settings.theme-light': 'Φωτεινά',
  'settings.theme-dark': 'Σκούρα',
  'settings.shortcuts': 'Συντομεύσεις με ένα πλήκτρο (j, k, r…)',
  'settings.shortcuts-hint': 'Απενεργοποιήστε τις αν η συσκευή σας πληκτρολογεί μόνη της ή με τη φωνή.',
  'settings.person': 'Εσείς',
  'settings.sign-out': 'Αποσύνδεση',
  'settings.workspace': 'Χώρος εργασίας',
  'settings.workspace-zone': 'Οι ώρες είναι της ζώνης {zone}.',
  'settings.workspace-other': 'Μετάβαση: {name}',
  'settings.charter': 'Χάρτης που ισχύει',
  'settings.charter-version': 'Έκδοση {version}, από {date}',
  'settings.export': 'Εξαγωγή όλων ως JSON lines',
  'settings.demo': 'Επίδειξη',
  'settings.demo-lead':
    'Αυτός ο χώρος εργασίας έχει μια επίδειξη: φανταστικούς πελάτες, αιτήματα και προσωπικό. Αν την αφαιρέσετε, ό,τι είναι δικό σας μένει.',
  'settings.demo-remove': 'Αφαίρεση της επίδειξης',
  'settings.demo-sure': 'Αφαίρεση: δεν αναιρείται',
  'settings.demo-removed':
    'Αφαιρέθηκαν: {tickets, plural, one {# αίτημα} other {# αιτήματα}}, {people, plural, one {# άτομο} other {# άτομα}}.',

  'attention.title': 'Χρειάζονται προσοχή',
  'attention.none': 'Τίποτα δεν χρειάζεται την προσοχή σας',
  'attention.none-hint':
    'Εδώ θα εμφανίζονται κανόνες που δεν ήταν δυνατό να εφαρμοστούν και μηνύματα που δεν ήταν δυνατό να διαβαστούν.',
  'attention.ticket': 'Αίτημα {number}',
  'attention.code.rule-unevaluated': 'Ένας κανόνας του χάρτη δεν ήταν δυνατό να εφαρμοστεί ({clause})',
  'attention.code.ticket-set-aside':
    'Ένα αίτημα κρατήθηκε χωριστά: δεν ήταν δυνατό να υπολογιστούν οι υποσχέσεις του. Δοκιμάζεται ξανά αυτόματα',
  'attention.code.mail-quarantined': 'Ένα μήνυμα δεν ήταν δυνατό να διαβαστεί και κρατήθηκε χωριστά',
  'attention.code.staff-mail-held': 'Ένα μήνυμα που θα ήταν απάντηση συναδέλφου δεν στάλθηκε και κρατείται',
  'attention.code.mail-not-delivered': 'Ένα δικό μας μήνυμα δεν ήταν δυνατό να παραδοθεί',
  'attention.code.mail-sign-in-again':
    'Ο πάροχος του {address} δεν αφήνει πια το πρόγραμμα να μπει: συνδεθείτε ξανά εκεί, από τις Ρυθμίσεις, Διευθύνσεις e-mail',
  'attention.code.mail-cannot-leave':
    'Η αλληλογραφία του {address} δεν μπορεί να φύγει από τον διακομιστή της. Ελέγξτε τον στις Ρυθμίσεις, Διευθύνσεις e-mail',
  'attention.code.automatic-mail-held': 'Αυτόματο μήνυμα κρατείται: πάρα πολλά στον ίδιο προορισμό σε λίγο χρόνο',
  'attention.code.mail-limit':
    'Πολλά μηνύματα από έναν αποστολέα σε λίγο χρόνο: όσα ξεπέρασαν το όριο κρατήθηκαν χωριστά',
  'attention.code.position-empty': 'Κανείς δεν κατέχει τη θέση «{position}», στην οποία βασίζεται ο χάρτης',
  'attention.code.position-away': 'Όλοι όσοι κατέχουν τη θέση «{position}», στην οποία βασίζεται ο χάρτης, απουσιάζουν',
  'attention.code.language-unspoken':
    'Κάποιος έγραψε σε γλώσσα στην οποία δεν απευθυνόμαστε σε πελάτες: {language}. Ό,τι λέγεται αυτόματα λέγεται σε άλλη',
  'attention.code.unattended':
    'Όποιος είχε αυτό το αίτημα απουσιάζει και κανείς δεν τον αναπληρώνει: αναθέστε το σε κάποιον',
  'attention.code.wait-unattended':
    'Μια αναμονή διαδικασίας ({clause}, βήμα {step}) έφτασε στο όριό της και κανείς δεν έχει αυτό το αίτημα: αναθέστε το σε κάποιον',
  'attention.code.law-deemed-accepted':
    'Ο χρόνος της γραμμής του νόμου {row} έληξε: το παράπονο θεωρείται αποδεκτό ({promise})',
  'attention.code.law-deemed-accepted.reported':
    'Ο χρόνος της γραμμής του νόμου {row} έληξε: σύμφωνα με αναφορές, χωρίς επιβεβαίωση, το παράπονο θεωρείται αποδεκτό. Ελέγξτε το ({promise})',
  'attention.code.law-compensation':
    'Ο χρόνος της γραμμής του νόμου {row} έληξε: οφείλονται στον πελάτη {amount} ({promise})',
  'attention.code.law-compensation.reported':
    'Ο χρόνος της γραμμής του νόμου {row} έληξε: σύμφωνα με αναφορές, χωρίς επιβεβαίωση, οφείλονται στον πελάτη {amount}. Ελέγξτε το ({promise})',
  'attention.code.law-dispute-body':
    'Ο χρόνος της γραμμής του νόμου {row} έληξε: υποδείξτε στον πελάτη τον φορέα επίλυσης διαφορών ({promise})',
  'attention.code.law-dispute-body.reported':
    'Ο χρόνος της γραμμής του νόμου {row} έληξε: σύμφωνα με αναφορές, χωρίς επιβεβαίωση, ο πελάτης μπορεί να απευθυνθεί σε φορέα επίλυσης διαφορών. Ελέγξτε το ({promise})',
  'attention.code.law-letter-drafted':
    'Ο χρόνος της γραμμής του νόμου {row} λήγει σύντομα: ετοιμάστηκε επιστολή για τον πελάτη ({promise})',
  'attention.code.law-letter-drafted.reported':
    'Σύμφωνα με αναφορές, ο χρόνος της γραμμής {row} λήγει σύντομα: ετοιμάστηκε επιστολή για τον πελάτη ({promise})',
  'attention.code.law-limit-passed': 'Ο χρόνος της γραμμής του νόμου {row} έληξε χωρίς απάντηση ({promise})',
  'attention.code.law-limit-passed.reported':
    'Σύμφωνα με αναφορές, ο χρόνος της γραμμής {row} έληξε χωρίς απάντηση ({promise})',
  'attention.code.mailbox-silent':
    'Εδώ και {hours, plural, one {# ώρα} other {# ώρες}} του συνήθους χρόνου του δεν ήρθε μήνυμα στο {mailbox}: ελέγξτε αν φτάνουν ακόμη',
  'attention.code.mailbox-late':
    'Αλληλογραφία προς {mailbox} περιμένει ανάγνωση εδώ και {minutes, plural, one {# λεπτό} other {# λεπτά}}',
  'attention.code.mailbox-not-fetched':
    'Εδώ και {minutes, plural, one {# λεπτό} other {# λεπτά}} δεν μπορεί να ληφθεί η αλληλογραφία του {mailbox}',
  'attention.code.mail-bytes-lost':
    'Τα πρωτότυπα {count, plural, one {# μηνύματος} other {# μηνυμάτων}} προς {mailbox} λείπουν ή έχουν φθαρεί: επαναφέρετέ τα από αντίγραφο ασφαλείας',
  'attention.code.mail-key-lacking':
    'Το κλειδί που υπογράφει τα μηνύματα του {domain} λείπει από το DNS ή άλλαξε εκεί: βάλτε ξανά την εγγραφή του',
  'attention.code.mail-key-stopped':
    'Τα μηνύματα του {domain} φεύγουν ανυπόγραφα, αφού το κλειδί τους λείπει από το DNS ή άλλαξε εκεί: βάλτε ξανά την εγγραφή του',
  'attention.code.disk-full':
    'Ο δίσκος είναι σχεδόν γεμάτος (απομένουν {free, number} MB). Η αλληλογραφία μένει στους αποστολείς ώσπου να υπάρξει χώρος',
  'attention.code.other': 'Κάτι χρειάζεται την προσοχή σας ({code})',
  'notices.title': 'Ειδοποιήσεις προς εσάς',
  'notices.none': 'Δεν έχετε καμία ειδοποίηση ακόμη',
  'notices.none-hint':
    'Όταν μια υπόσχεση κινδυνεύει ή δεν τηρηθεί και ο χάρτης λέει ότι πρέπει να το μάθετε, θα το δείτε εδώ.',
  'notices.code.escalated': 'Κλιμάκωση {clause}, βήμα {step, number}: δείτε την υπόσχεση {commitment}',
  'notices.code.step-overdue': '{clause}, βήμα {step, number}: η αναμονή έφτασε στο όριό της',
  'notices.code.charter-changed': 'Η έκδοση {version} του χάρτη αλλάζει όρους που σας αφορούν',
  'notices.code.charter-to-read':
    '{count, plural, one {# όρος του χάρτη για να τον διαβάσετε} other {# όροι του χάρτη για να τους διαβάσετε}}',
  'notices.code.suggestion-decided': 'Η πρότασή σας για τον όρο {clause} απαντήθηκε',
  'notices.code.draft-submitted': 'Ένα προσχέδιο του χάρτη περιμένει την έγκρισή σας',
  'notices.code.grant-asked': 'Μια αποκατάσταση σε αυτό το αίτημα περιμένει την απόφασή σας',
  'notices.code.grant-approved': 'Αυτό που ζητήσατε εγκρίθηκε',
  'notices.code.grant-refused': 'Αυτό που ζητήσατε απορρίφθηκε',
  'notices.code.forward-answered': 'Ήρθε απάντηση απ’ έξω σε ό,τι προωθήσατε ή προωθήθηκε από το αίτημά σας',
  'notices.code.mentioned': 'Μια σημείωση σε αυτό το αίτημα σας αναφέρει',
  'notices.code.stands-in': 'Ένα αίτημα συναδέλφου που απουσιάζει είναι τώρα δικό σας',
  'notices.code.other': 'Έχετε μια ειδοποίηση ({code})',
  'notices.see-draft': 'Ανοίξτε το',
  'notices.decide': 'Λήψη απόφασης',
  'notices.see-changes': 'Δείτε τι άλλαξε',
  'notices.read-clauses': 'Διαβάστε τους',
  'notices.see-suggestions': 'Δείτε την απάντηση',
  'attention.done': 'Σήμανση ως ολοκληρωμένο',
  'attention.see-set-aside': 'Δείτε το',
  'attention.see-mail': 'Δείτε την κατάσταση',
  'attention.see-people': 'Δείτε τα άτομα',
  'notices.read': 'Σήμανση ως αναγνωσμένο',

  'keys.title': 'Συντομεύσεις πληκτρολογίου',
  'keys.move': 'Μετακίνηση',
  'keys.act': 'Σε ένα αίτημα',
  'keys.write': 'Σύνταξη',
  'keys.next': 'Επόμενο αίτημα',
  'keys.previous': 'Προηγούμενο αίτημα',
  'keys.open': 'Άνοιγμα του αιτήματος',
  'keys.back': 'Πίσω στη λίστα',
  'keys.new': 'Νέο αίτημα',
  'keys.reply': 'Απάντηση',
  'keys.forward': 'Προώθηση',
  'keys.note': 'Σημείωση',
  'keys.assign': 'Ανάθεση',
  'keys.state': 'Κατάσταση',
  'keys.facts': 'Στοιχεία',
  'keys.grant': 'Αποκαταστάσεις: το ποσό',
  'keys.why': 'Γιατί: η πρώτη υπόσχεση',
  'keys.send': 'Αποστολή',
  'keys.send-solve': 'Αποστολή και επίλυση',
  'keys.leave': 'Έξοδος από το κείμενο· διατηρείται',
  'keys.help': 'Αυτή η λίστα',
  'keys.off': 'Οι συντομεύσεις με ένα πλήκτρο είναι απενεργοποιημένες στις ρυθμίσεις.',
}
