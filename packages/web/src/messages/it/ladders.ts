import type { ladders as master } from '../en/ladders.ts'

export const ladders: Readonly<Record<keyof typeof master, string>> = {
  'ladder.open': 'Percorri {clause}',
  'ladder.hint':
    'Che cosa accadrebbe a una richiesta che nessuno tocca: ogni passo alla sua ora, chi raggiunge e chi è assente in quel momento, per quanto si sa delle assenze. Non parte nulla.',
  'ladder.at': 'La richiesta arriva ({zone})',
  'ladder.assignee': 'Chi se ne occupa',
  'ladder.go': 'Percorri',
  'ladder.ticket': 'La richiesta: {facts}.',
  'ladder.any': 'qualsiasi',
  'ladder.due': '{promise} scade {time}.',
  'ladder.fine': 'A ogni passo, e alla fine, c’è qualcuno in servizio.',
  'ladder.fine-end':
    'Alla fine c’è qualcuno in servizio. Un passo che avvisa chi si occupa della richiesta non raggiunge nessuno finché nessuno se ne occupa.',
  'ladder.mend':
    '{count, plural, one {# punto da correggere} many {# di punti da correggere} other {# punti da correggere}}',
  'ladder.steps': 'Passi di {clause}',
  'ladder.step': 'Passo {step, number}',
  'ladder.last': 'la fine',
  'ladder.when': '{time} ({zone})',
  'ladder.never': 'più tardi di quanto sappia il suo calendario',
  'ladder.closed': 'In quel momento tutti i calendari sono chiusi.',
  'ladder.on-duty': 'C’è qualcuno in servizio',
  'ladder.off-duty': 'Nessuno è in servizio',
  'ladder.unassigned': 'Nessuno si occupa ancora della richiesta',
  'ladder.told': 'Avviso nel desk ({position}): {who}',
  'ladder.given': 'Riceve la richiesta ({position}): {who}',
  'ladder.mailed': 'Anche per e-mail: {who}',
  'ladder.away': '{name} è assente fino a {time}.',
  'ladder.away-deputy': '{name} è assente fino a {time}; al suo posto c’è {deputy}.',
  'ladder.away-tickets': '{name} è assente fino a {time}; intanto le sue richieste vanno a {deputy}, il suo ruolo no.',
  'ladder.instead': 'Chi ricopre il ruolo {position} è assente: agisce {instead}.',
  'ladder.chain': 'La richiesta passa a {chain}.',
  'ladder.chain-none': 'Nessun passo assegna la richiesta ad altri.',
  'ladder.no-circle': 'Non torna a nessuno.',
  'ladder.outside': 'Dopo l’ultimo passo: {body}',
  'ladder.why.not-begun': 'Non comincia su una richiesta che arriva in quel momento.',
  'ladder.why.past-horizon': 'I calendari non sanno nulla di quel tempo.',
  'ladder.trouble.position-empty':
    'Passo {step, number}: nessuno ricopre il ruolo {position}. Lo assegni a qualcuno nell’elenco delle persone.',
  'ladder.trouble.position-away':
    'Passo {step, number}: chi ricopre il ruolo {position} è assente in quel momento, e dopo non c’è nessuno. Lo assegni a una persona in più, oppure indichi un altro ruolo in questo passo o in uno successivo.',
  'ladder.trouble.nobody-has-it':
    'Passo {step, number}, la fine: l’avviso va a chi si occupa della richiesta, e nessuno se ne occupa. Avvisi un ruolo, oppure faccia assegnare la richiesta da un passo precedente.',
  'ladder.trouble.nobody-told': 'Passo {step, number}, la fine: nessuno viene avvisato. Avvisi un ruolo.',
  'ladder.trouble.goes-back':
    'Passo {step, number}: la richiesta torna a {position}. La assegni a qualcuno più in alto.',
  'ladder.trouble.no-instant':
    'Il passo {step, number} arriva più tardi di quanto sappia il suo calendario. Ne accorci il tempo, oppure indichi le festività più avanti.',
}
