import type { mailHealth as master } from '../en/mail-health.ts'

export const mailHealth: Readonly<Record<keyof typeof master, string>> = {
  'health.title': 'Stato della posta',
  'health.lead':
    'Che cosa è arrivato e che cosa è partito, casella per casella. Le parti di ogni riga danno il totale.',
  'health.none': 'Ancora nessun indirizzo',
  'health.none-hint': 'Le caselle compaiono qui quando l’azienda ha un indirizzo di posta.',
  'health.state.well': 'Tutto bene',
  'health.state.late': 'Posta in attesa di lettura',
  'health.state.failing': 'Il prelievo non riesce',
  'health.state.given-up': 'Posta non consegnata',
  'health.to-look-at':
    '{count, plural, one {# e-mail da guardare} many {# e-mail da guardare} other {# e-mail da guardare}}',
  'health.last-mail': 'Ultima e-mail {time}',
  'health.no-mail': 'Non è ancora arrivata posta',
  'health.waiting': 'La più vecchia in attesa di lettura è arrivata {time}.',
  'health.direct': 'Ricevuta direttamente',
  'health.fetched': 'Prelevata da {host}, l’ultima volta {time}',
  'health.not-fetched': 'Prelevata da {host}, non ancora completata',
  'health.failing': 'Il prelievo non riesce da {time}.',
  'health.next-try': 'Si ritenta {time}.',
  'health.plus.refused':
    'La posta a indirizzi come {address} lì non arriva. Le risposte trovano la loro richiesta dal messaggio a cui rispondono, e chi lavora qui risponde dal servizio di assistenza, non dal proprio programma di posta.',
  'health.plus.unknown':
    'Non si sa ancora se la posta a indirizzi come {address} lì arriva. Fino ad allora le risposte trovano la loro richiesta dal messaggio a cui rispondono.',
  'health.fetch': 'Preleva ora',
  'health.fetch-of': 'Preleva ora la posta di {address}',
  'health.asked': 'Richiesto. Ciò che si trova lì arriva tra un momento.',
  'health.came': 'Arrivate',
  'health.left': 'Partite',
  'health.counts-of': '{what}: {address}',
  'health.day': '24 ore',
  'health.week': '7 giorni',
  'health.out.written': 'Scritte',
  'health.out.sent': 'Inviate',
  'health.out.waiting': 'In attesa',
  'health.out.deferred': 'Ritentate',
  'health.out.given_up': 'Abbandonate',
  'health.compared':
    'Cartella {folder}, confrontata {time}: {count, plural, one {# e-mail si trova lì.} many {# e-mail si trovano lì.} other {# e-mail si trovano lì.}}',
  'health.compared-same': 'Tutte sono conservate qui.',
  'health.compared-fetched':
    '{count, plural, one {# mancava ed è stata prelevata.} many {# mancavano e sono state prelevate.} other {# mancavano e sono state prelevate.}}',
  'health.compared-failed':
    '{count, plural, one {# manca e non si è potuta prelevare. Si ritenta.} many {# mancano e non si sono potute prelevare. Si ritenta.} other {# mancano e non si sono potute prelevare. Si ritenta.}}',
  'health.compared-gone':
    '{count, plural, one {# conservata qui non è più lì: qualcuno l’ha spostata o eliminata.} many {# conservate qui non sono più lì: qualcuno le ha spostate o eliminate.} other {# conservate qui non sono più lì: qualcuno le ha spostate o eliminate.}}',
  'health.bytes-whole':
    'Originali riletti {time}: {count, plural, one {# e-mail, integra.} many {# e-mail, tutte integre.} other {# e-mail, tutte integre.}}',
  'health.bytes-bad':
    'Originali riletti {time}: {count, plural, one {# manca o è danneggiato. Ripristinalo da un backup.} many {# mancano o sono danneggiati. Ripristinali da un backup.} other {# mancano o sono danneggiati. Ripristinali da un backup.}}',
  'health.room-short':
    'Il disco è quasi pieno: restano {free, number} MB. La posta resta presso i mittenti finché c’è spazio.',
  'health.key-lacking':
    'La chiave che firma la posta di {domain} manca dal DNS o vi è stata cambiata. La posta è ancora firmata. Notato: {time}.',
  'health.key-stopped':
    'La posta di {domain} parte senza firma: la chiave che la firmava manca dal DNS o vi è stata cambiata. Notato: {time}.',
  'health.see-key': 'Guarda il suo record',
  'mail.outcome.to-look-at': 'Da guardare',
  'mail.read': 'Leggila',
  'mail.hide': 'Nascondila',
  'mail.leave': 'Lasciala qui',
  'mail.left': 'guardata: sta bene dov’è',
  'mail.retry': 'Riprova a leggerla',
  'mail.raw-shown': 'Non si è potuta leggere. Questo è l’inizio, così come è arrivata.',
  'mail.no-text': 'È vuota.',
  'mail.every-state': 'Tutte',
  'mail.send-now': 'Invia ora',
}
