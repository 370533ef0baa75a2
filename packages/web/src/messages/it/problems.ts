import type { problems as master } from '../en/problems.ts'

export const problems: Readonly<Record<keyof typeof master, string>> = {
  'problem.unreachable': 'Il server non risponde. Controllare la connessione e riprovare.',
  'problem.not-signed-in': 'La sessione è terminata. Accedere di nuovo.',
  'problem.not-allowed': 'I Suoi ruoli non lo consentono. Rivolgersi a un amministratore.',
  'problem.cross-site': 'Si può fare solo dalla pagina di Avow. Ricaricarla.',
  'problem.key-running': 'L’operazione è ancora in corso. Attendere un momento.',
  'problem.key-done': 'L’operazione è già stata eseguita. Ricaricare la pagina per vederla.',
  'problem.not-found': 'Ciò che si cerca qui non c’è.',
  'problem.unknown-workspace': 'Questo spazio di lavoro non c’è, o non è accessibile.',
  'problem.body-too-large': 'È troppo grande per essere inviato.',
  'problem.not-outside':
    'È un indirizzo del cliente o di questo desk: lì non si inoltra nulla. Si può rispondere al cliente o scrivere una nota.',
  'problem.not-forwarded': 'Questo non si può inoltrare. Scegliere meno messaggi, o altri.',
  'problem.cannot-be': 'La richiesta non può passare a questo stato.',
  'problem.file-refused':
    'Un file non può essere allegato: è vuoto, troppo grande o di un tipo che i server di posta rifiutano. Toglilo.',
  'problem.file-gone': 'Un file non è più qui. Toglilo, o allegalo di nuovo.',
  'problem.no-address': 'Il cliente non ha un indirizzo a cui scrivere.',
  'problem.unknown-person': 'Questa persona non c’è più.',
  'problem.unknown-fact': 'La carta non prevede questo dato, o il valore non è adatto.',
  'problem.unknown-position': 'La carta non prevede questa posizione.',
  'problem.no-charter': 'Nessuna carta è in vigore. Prima occorre pubblicarne una.',
  'problem.other-version': 'Riguarda un’altra versione della carta. Ricaricare la pagina.',
  'problem.calendar-file-faulty':
    'Questo non è un file di calendario (.ics) leggibile. Esporti di nuovo il calendario o ne prenda uno più piccolo.',
  'problem.mail-settled': 'Questa e-mail ha già una richiesta.',
  'problem.name-taken': 'È già in uso. Sceglierne un altro.',
  'problem.last-address': 'È l’ultimo indirizzo, e un desk ne ha bisogno. Lo modifichi, o prima ne aggiunga un altro.',
  'problem.address-answers': 'Questo indirizzo risponde. Prima ne scelga un altro che risponda.',
  'problem.demo-not-loaded': 'Non c’è nessuna demo da rimuovere.',
  'problem.no-pdf': 'Questo server non può creare un PDF. Apra il manuale da stampare e lo salvi come PDF dal browser.',
  'problem.pdf-failed': 'Il PDF non è stato creato. Riprovi tra un minuto, oppure stampi il manuale dal browser.',
  'problem.picture-not-allowed': 'L’immagine si trova dove questo server non va.',
  'problem.picture-not-loaded': 'Non è stato possibile caricare l’immagine.',
  'problem.too-many': 'Troppe operazioni in poco tempo. Attendere un momento e riprovare.',
  'problem.database-away': 'Il database non risponde. I tentativi continuano da soli.',
  'problem.stopping': 'Il server si sta arrestando. Riprovare tra un momento.',
  'problem.unexpected': 'Qualcosa non ha funzionato da parte nostra. Riprovare.',
  'problem.ticket-merged': 'Questa richiesta è stata unita a un’altra. Continua lì.',
  'problem.other-customer':
    'Chi ha scritto non è il cliente di quella richiesta. Le risposte vanno solo a quel cliente.',
}
