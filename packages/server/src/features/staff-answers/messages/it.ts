import type { Catalogue } from './en.ts'

export const it: Catalogue = {
  'message.subject': 'Richiesta {number}: il cliente ha scritto',
  'refused.subject': 'Richiesta {number}: un’e-mail non è stata presa come tua risposta',
  'refused.lead':
    'È arrivata un’e-mail all’indirizzo da cui solo tu rispondi alla richiesta {number}. Non è stata inviata al cliente ed è trattenuta nel desk.',
  'refused.staff-unverified':
    'Perché: non è provato che venga dall’indirizzo con cui accedi. Se non l’hai scritta tu, qualcun altro conosce quell’indirizzo: avvisa un amministratore.',
  'refused.staff-not-allowed':
    'Perché: ora non puoi rispondere a questa richiesta per e-mail. Può essere chiusa, unita o presso un altro team, oppure le risposte per e-mail sono disattivate.',
  'refused.staff-expired': 'Perché: l’e-mail a cui risponde è troppo vecchia. Il suo indirizzo valeva due settimane.',
  'refused.empty': 'Perché: sopra la citazione non ci sono parole tue.',
  'refused.quoted':
    'Perché: può contenere parole di un’altra e-mail. Scrivi tutta la risposta sopra ciò che citi, senza nulla in mezzo.',
  'refused.files':
    'Perché: un file allegato non può essere inoltrato: è vuoto, troppo grande, un messaggio a sua volta o di un tipo che i server di posta rifiutano.',
  'refused.automatic': 'Perché: sembra scritta da una macchina.',
  'refused.moved': 'Perché: qualcuno ha scritto nella richiesta dopo l’e-mail a cui risponde.',
  'refused.no-address': 'Perché: il desk non ha un indirizzo di questo cliente a cui inviarla.',
  'refused.ambiguous': 'Perché: è stata inviata a più di un indirizzo di questo tipo.',
  'refused.desk': 'Rispondi dal desk. Te lo diciamo al massimo una volta al giorno.',
}
