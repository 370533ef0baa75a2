import type { Catalogue } from './en.ts'

export const it: Catalogue = {
  subject: 'Abbiamo ricevuto la Sua richiesta, numero {number}',
  received: 'Grazie per averci scritto. La Sua richiesta ha il numero {number}.',
  due: 'Una persona Le risponde entro {due}.',
  past: 'Una persona doveva risponderLe entro {due}. Il termine è passato. Ce ne scusiamo: la risposta arriverà.',
  paused: 'Il tempo per la nostra risposta al momento è sospeso, perché siamo in attesa di qualcosa.',
  none: 'Per questa risposta non abbiamo promesso un termine. Ogni richiesta è letta da una persona.',
  crisis: '{text} Vale per le richieste che arrivano fino a {until}.',
  ends: 'Ci ha scritto per questa via: {channel}. Resta aperta fino al {date}. Di questa richiesta ci occupiamo comunque.',
  ended:
    'Ci ha scritto per questa via: {channel}. Era aperta fino al {date}. Di questa richiesta ci occupiamo comunque.',
  next: 'Da allora usi: {channel}.',
  'next-at': 'Da allora usi: {channel}:',
  held: '{count, plural, one {Abbiamo un’altra Sua richiesta, di cui non Le avevamo ancora confermato la ricezione:} many {Abbiamo altre # richieste Sue, di cui non Le avevamo ancora confermato la ricezione:} other {Abbiamo altre # richieste Sue, di cui non Le avevamo ancora confermato la ricezione:}}',
  'held.due': 'Numero {number}: una persona Le risponde entro {due}.',
  'held.past':
    'Numero {number}: una persona doveva risponderLe entro {due}. Il termine è passato; la risposta arriverà.',
  'held.paused': 'Numero {number}: il tempo per la nostra risposta al momento è sospeso.',
  'held.none': 'Numero {number}: per questa risposta non abbiamo promesso un termine.',
  more: '{count, plural, one {E un’altra.} many {E altre #.} other {E altre #.}}',
  'away.subject': 'La Sua richiesta {number}: Le risponde un’altra persona',
  away: 'La persona che seguiva la Sua richiesta {number} è assente. Un’altra persona Le risponde entro {due}.',
  follow: 'Qui può vedere a che punto è e aggiungere altro:',
  add: 'Per aggiungere qualcosa, risponda a questo messaggio.',
  charter: '{title}:',
}
