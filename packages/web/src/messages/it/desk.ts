import type { desk as master } from '../en/desk.ts'

export const desk: Readonly<Record<keyof typeof master, string>> = {
  loading: 'Caricamento…',
  again: 'Riprova',
  close: 'Chiudi',
  cancel: 'Annulla',
  save: 'Salva',
  more: 'Mostra altro',
  optional: 'facoltativo',
  nobody: 'Nessuno',
  'page.skip': 'Vai al contenuto',
  'page.title': '{page} – {workspace}',

  'nav.main': 'Menu principale',
  'nav.tickets': 'Richieste',
  'nav.new': 'Nuova richiesta',
  'nav.mail': 'Posta',
  'nav.attention-count':
    '{count, plural, =0 {Da controllare} one {Da controllare: # cosa} many {Da controllare: # di cose} other {Da controllare: # cose}}',
  'nav.grants-count':
    '{count, plural, =0 {Rimedi} one {Rimedi: # da decidere} many {Rimedi: # da decidere} other {Rimedi: # da decidere}}',
  'nav.broken-count':
    '{count, plural, =0 {Promesse non mantenute} one {Promesse non mantenute: # degli ultimi 7 giorni, causa non corretta} many {Promesse non mantenute: # degli ultimi 7 giorni, causa non corretta} other {Promesse non mantenute: # degli ultimi 7 giorni, causa non corretta}}',
  'nav.charter-count':
    '{count, plural, =0 {Carta} one {Carta: # modifica da leggere} many {Carta: # di modifiche da leggere} other {Carta: # modifiche da leggere}}',
  'nav.people': 'Persone',
  'nav.keys': 'Chiavi API',
  'nav.settings': 'Impostazioni',
  'nav.help': 'Scorciatoie da tastiera',
  'nav.short.new': 'Nuova',
  'nav.short.grants': 'Rimedi',
  'nav.short.broken': 'Non mantenute',
  'nav.short.attention': 'Da controllare',
  'nav.short.help': 'Tastiera',

  'charter.title': 'Carta dei servizi',
  'charter.handbook': 'Manuale',
  'charter.changes': 'Modifiche per Lei',
  'charter.versions': 'Versioni',
  'charter.objectives': 'Obiettivi',
  'charter.direction': 'Direzione',
  'charter.improvements': 'Miglioramenti',
  'charter.health': 'Stato di salute',
  'charter.law': 'Legge',
  'charter.suggestions': 'Proposte',
  'charter.templates': 'Modelli',
  'charter.drafts': 'Bozze',

  'live.lost': 'La connessione si è interrotta. I dati mostrati potrebbero essere vecchi; i tentativi continuano.',
  'live.message': 'Richiesta {number}: nuovo messaggio da {who}',
  'live.broken': 'Richiesta {number}, {who}: una promessa non è stata mantenuta',

  'settings.title': 'Impostazioni',
  'settings.language': 'Lingua',
  'settings.looks': 'Su questo dispositivo',
  'settings.theme': 'Colori',
  'settings.theme-device': 'Come il dispositivo',
  'settings.theme-light': 'Chiari',
  'settings.theme-dark': 'Scuri',
  'settings.shortcuts': 'I tasti singoli sono comandi (j, k, r…)',
  'settings.shortcuts-hint': 'Da disattivare se il dispositivo scrive da solo o sotto dettatura.',
  'settings.person': 'Il Suo accesso',
  'settings.sign-out': 'Esci',
  'settings.workspace': 'Spazio di lavoro',
  'settings.workspace-zone': 'Gli orari sono quelli di {zone}.',
  'settings.workspace-other': 'Vai a {name}',
  'settings.charter': 'Carta in vigore',
  'settings.charter-version': 'Versione {version}, in vigore da: {date}',
  'settings.export': 'Esporta tutto in formato JSON Lines',
  'settings.demo': 'Demo',
  'settings.demo-lead':
    'Questo spazio contiene una demo: clienti, richieste e personale inventati. Rimuovendola, tutto il resto rimane.',
  'settings.demo-remove': 'Rimuovi la demo',
  'settings.demo-sure': 'Rimuovi: non si può annullare',
  'settings.demo-removed':
    'Elementi rimossi: {tickets, plural, one {# richiesta} many {# di richieste} other {# richieste}}, {people, plural, one {# persona} many {# di persone} other {# persone}}.',

  'attention.title': 'Da controllare',
  'attention.none': 'Niente da controllare',
  'attention.none-hint': 'Qui compaiono le regole che non è stato possibile applicare e le e-mail illeggibili.',
  'attention.ticket': 'Richiesta {number}',
  'attention.code.rule-unevaluated': 'Una regola della carta non ha potuto essere applicata ({clause})',
  'attention.code.ticket-set-aside':
    'Una richiesta è stata messa da parte: non è stato possibile calcolarne le promesse. I tentativi continuano',
  'attention.code.mail-quarantined': 'Un’e-mail era illeggibile ed è stata messa da parte',
  'attention.code.staff-mail-held':
    'Un’e-mail che doveva essere la risposta di un collega non è stata inviata ed è trattenuta',
  'attention.code.mail-not-delivered': 'Una nostra e-mail non è stata consegnata',
  'attention.code.mail-sign-in-again':
    'Il fornitore di {address} non lascia più entrare il desk: accedi di nuovo da lì, in Impostazioni, Indirizzi di posta',
  'attention.code.mail-cannot-leave':
    'La posta di {address} non può partire dal suo server. Controllalo in Impostazioni, Indirizzi di posta',
  'attention.code.automatic-mail-held':
    'Un’e-mail automatica è trattenuta: troppe verso la stessa destinazione in poco tempo',
  'attention.code.mail-limit':
    'Molte e-mail dallo stesso mittente in poco tempo: quelle oltre il limite sono state messe da parte',
  'attention.code.position-empty': 'Nessuno ricopre la posizione «{position}», prevista dalla carta',
  'attention.code.position-away':
    'Tutti coloro che ricoprono la posizione «{position}», prevista dalla carta, sono assenti',
  'attention.code.language-unspoken':
    'Qualcuno ha scritto in una lingua in cui questo desk non parla ai clienti: {language}. Ciò che parte in automatico è in un’altra',
  'attention.code.unattended': 'Chi seguiva questa richiesta è assente e nessuno lo sostituisce: la assegni a qualcuno',
  'attention.code.wait-unattended':
    'Un’attesa di una procedura ({clause}, passo {step}) ha raggiunto il massimo e nessuno ha questa richiesta: la assegni a qualcuno',
  'attention.code.law-deemed-accepted':
    'Il tempo della riga di legge {row} è scaduto: il reclamo si considera accolto ({promise})',
  'attention.code.law-deemed-accepted.reported':
    'Il tempo della riga di legge {row} è scaduto: secondo quanto riferito, e non confermato, il reclamo si considera accolto. Da verificare ({promise})',
  'attention.code.law-compensation':
    'Il tempo della riga di legge {row} è scaduto: al cliente spettano {amount} ({promise})',
  'attention.code.law-compensation.reported':
    'Il tempo della riga di legge {row} è scaduto: secondo quanto riferito, e non confermato, al cliente spettano {amount}. Da verificare ({promise})',
  'attention.code.law-dispute-body':
    'Il tempo della riga di legge {row} è scaduto: indicare al cliente l’organismo di conciliazione ({promise})',
  'attention.code.law-dispute-body.reported':
    'Il tempo della riga di legge {row} è scaduto: secondo quanto riferito, e non confermato, il cliente può rivolgersi a un organismo di conciliazione. Da verificare ({promise})',
  'attention.code.law-letter-drafted':
    'Il tempo della riga di legge {row} scade presto: c’è una lettera pronta per il cliente ({promise})',
  'attention.code.law-letter-drafted.reported':
    'Il tempo della riga {row} scade presto, secondo quanto riferito: c’è una lettera pronta per il cliente ({promise})',
  'attention.code.law-limit-passed': 'Il tempo della riga di legge {row} è scaduto senza risposta ({promise})',
  'attention.code.law-limit-passed.reported':
    'Il tempo della riga {row} è scaduto senza risposta, secondo quanto riferito ({promise})',
  'attention.code.mailbox-silent':
    'Da {hours, plural, one {# ora} many {# ore} other {# ore}} del suo orario abituale non arriva posta a {mailbox}: controlla se arriva ancora',
  'attention.code.mailbox-late':
    'La posta per {mailbox} aspetta di essere letta da {minutes, plural, one {# minuto} many {# minuti} other {# minuti}}',
  'attention.code.mailbox-not-fetched':
    'Da {minutes, plural, one {# minuto} many {# minuti} other {# minuti}} non si riesce a prelevare la posta di {mailbox}',
  'attention.code.mail-bytes-lost':
    'Gli originali di {count, plural, one {# e-mail} many {# e-mail} other {# e-mail}} per {mailbox} mancano o sono danneggiati: ripristinali da un backup',
  'attention.code.mail-key-lacking':
    'La chiave che firma la posta di {domain} manca dal DNS o vi è stata cambiata: rimetti il suo record',
  'attention.code.mail-key-stopped':
    'La posta di {domain} parte senza firma, perché la sua chiave manca dal DNS o vi è stata cambiata: rimetti il suo record',
  'attention.code.disk-full':
    'Il disco è quasi pieno (restano {free, number} MB). La posta resta presso i mittenti finché c’è spazio',
  'attention.code.other': 'Qualcosa è da controllare ({code})',
  'notices.title': 'Avvisi',
  'notices.none': 'Nessun avviso finora',
  'notices.none-hint': 'Quando una promessa è a rischio o non è mantenuta e la carta prevede un avviso, compare qui.',
  'notices.code.escalated': 'Escalation {clause}, passo {step, number}, da controllare: {commitment}',
  'notices.code.step-overdue': '{clause}, passo {step, number}: l’attesa ha raggiunto il massimo',
  'notices.code.charter-changed': 'La versione {version} della carta cambia clausole che La riguardano',
  'notices.code.charter-to-read':
    '{count, plural, one {# clausola della carta da leggere} many {# clausole della carta da leggere} other {# clausole della carta da leggere}}',
  'notices.code.suggestion-decided': 'La Sua proposta per {clause} ha una risposta',
  'notices.code.draft-submitted': 'Una bozza della carta attende la Sua approvazione',
  'notices.code.grant-asked': 'Un rimedio su questa richiesta attende la Sua decisione',
  'notices.code.grant-approved': 'Il rimedio che ha chiesto è stato approvato',
  'notices.code.grant-refused': 'Il rimedio che ha chiesto è stato rifiutato',
  'notices.code.forward-answered': 'Da fuori hanno risposto a un Suo inoltro, o a un inoltro della Sua richiesta',
  'notices.code.mentioned': 'Una nota su questa richiesta ti menziona',
  'notices.code.stands-in': 'Una richiesta di un collega assente ora è Sua',
  'notices.code.other': 'Un avviso per Lei ({code})',
  'notices.see-draft': 'Apri la bozza',
  'notices.decide': 'Decidi',
  'notices.see-changes': 'Vedi che cosa è cambiato',
  'notices.read-clauses': 'Leggile',
  'notices.see-suggestions': 'Vedi la risposta',
  'attention.done': 'Segna come fatto',
  'attention.see-set-aside': 'Guardala',
  'attention.see-mail': 'Guarda lo stato della posta',
  'attention.see-people': 'Vedi le persone',
  'notices.read': 'Segna come letto',

  'keys.title': 'Scorciatoie da tastiera',
  'keys.move': 'Spostarsi',
  'keys.act': 'Su una richiesta',
  'keys.write': 'Scrivere',
  'keys.next': 'Richiesta successiva',
  'keys.previous': 'Richiesta precedente',
  'keys.open': 'Apri la richiesta',
  'keys.back': 'Torna all’elenco',
  'keys.new': 'Nuova richiesta',
  'keys.reply': 'Risposta',
  'keys.forward': 'Inoltra',
  'keys.note': 'Nota',
  'keys.assign': 'Assegna',
  'keys.state': 'Stato',
  'keys.facts': 'Dati',
  'keys.grant': 'Rimedi: l’importo',
  'keys.why': 'Perché: la prima promessa',
  'keys.send': 'Invia',
  'keys.send-solve': 'Invia e risolvi',
  'keys.leave': 'Esci dal testo; resta conservato',
  'keys.help': 'Questo elenco',
  'keys.off': 'I tasti singoli sono disattivati nelle impostazioni.',
}
