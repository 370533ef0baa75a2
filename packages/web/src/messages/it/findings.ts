import type { findings as master } from '../en/findings.ts'

export const findings: Readonly<Record<keyof typeof master, string>> = {
  'says.uncovered-case.some':
    '{clause} non promette nulla in questo caso: {cases}{more, plural, =-1 {; oppure altri casi} =0 {} one {; oppure # altro tipo di caso} many {; oppure # di altri tipi di casi} other {; oppure altri # tipi di casi}}. Nessuna riga lo copre. Aggiungere una riga apposita o un’ultima riga senza condizioni, oppure escludere il caso dall’ambito con «when».',
  'says.uncovered-case.never':
    '{clause} non promette nulla a nessuna richiesta: nessuna riga vale per un caso del suo ambito. Confrontare le righe con «when».',
  'says.uncovered-unknown':
    '{clause} non promette nulla in questo caso: {cases}{more, plural, =-1 {; oppure altri casi} =0 {} one {; oppure # altro tipo di caso} many {; oppure # di altri tipi di casi} other {; oppure altri # tipi di casi}}. Nessuna riga lo copre. Un dato non compilato soddisfa solo «-», una cella vuota e «unknown»: aggiungere un’ultima riga senza condizioni, o una per «unknown».',
  'says.uncovered-remedy.some':
    '{clause} non offre nulla in questo caso: {cases}{more, plural, =-1 {; oppure altri casi} =0 {} one {; oppure # altro tipo di caso} many {; oppure # di altri tipi di casi} other {; oppure altri # tipi di casi}}. Nessuna riga lo copre. Aggiungere una riga apposita o un’ultima riga senza condizioni, oppure escludere il caso dall’ambito con «when».',
  'says.uncovered-remedy.never':
    '{clause} non offre nulla a nessuna richiesta: nessuna riga vale per un caso del suo ambito. Confrontare le righe con «when».',
  'says.empty-scope':
    'Nessuna richiesta rientra mai nel «when» di {clause}, quindi la clausola non si applica mai. Correggere la condizione o rimuovere la clausola.',
  'says.overlapping-rows':
    'La riga {row, number} di {clause} – {gives} – vale per richieste per cui {count, plural, one {vale anche la riga {rows}} many {valgono anche le righe {rows}} other {valgono anche le righe {rows}}}, e con «hit: unique» una tale richiesta non riceve nulla. Fare in modo che le condizioni si escludano, o scrivere «hit: first».',
  'says.unreachable-row.never':
    'La riga {row, number} di {clause} – {gives} – non vale mai: nessuna richiesta dell’ambito soddisfa le sue condizioni. Correggerle o rimuovere la riga.',
  'says.unreachable-row.taken':
    'La riga {row, number} di {clause} – {gives} – non vale mai: ogni richiesta che ne soddisfa le condizioni è già presa {count, plural, one {dalla riga {rows}} many {dalle righe {rows}} other {dalle righe {rows}}}. Spostarla in su o rimuoverla.',
  'says.duplicate-row':
    'La riga {row, number} di {clause} – {gives} – ha le stesse condizioni della riga {earlier, number}. Rimuovere una delle due.',
  'says.row-changes-nothing':
    'La riga {row, number} di {clause} – {gives} – non cambia nulla: senza di essa le stesse richieste ricevono lo stesso {count, plural, one {dalla riga {rows}} many {dalle righe {rows}} other {dalle righe {rows}}}. Rimuoverla o correggere ciò che dà.',
  'says.table-too-large':
    'La tabella di {clause} contiene troppi casi diversi per verificarli uno per uno ({columns, plural, one {# colonna} many {# di colonne} other {# colonne}}, {rows, plural, one {# riga} many {# di righe} other {# righe}}). Dividerla in più clausole, ognuna con il suo «when».',
  'says.calendar-never-opens':
    'Il calendario «{calendar}» non apre mai dal {date} in poi, quindi ciò che vi si promette non scade mai. Scrivere i suoi orari sotto «open».',
  'says.closed-longer-than-target.late':
    'Il calendario «{calendar}» è chiuso per {dates, plural, one {# giorno} many {# di giorni} other {# giorni}} di seguito, dal {first} al {last}, e {clause} promette {target}: ciò che inizia {starts} scade {due} ({zone}). Aprire in alcuni di questi giorni, o avvisare i clienti della chiusura.',
  'says.closed-longer-than-target.never':
    'Il calendario «{calendar}» è chiuso per {dates, plural, one {# giorno} many {# di giorni} other {# giorni}} di seguito, dal {first} al {last}, e {clause} promette {target}: ciò che inizia {starts} non scade affatto ({zone}). Aprire in alcuni di questi giorni, o avvisare i clienti della chiusura.',
  'says.holidays-run-out.past':
    'I festivi noti di «{calendar}» sono finiti il {date}: le scadenze successive sono segnate come incerte. Aggiungere i prossimi festivi e spostare «holidays until».',
  'says.holidays-run-out.today':
    'I festivi noti di «{calendar}» finiscono oggi: le scadenze successive sono segnate come incerte. Aggiungere i prossimi festivi e spostare «holidays until».',
  'says.holidays-run-out.soon':
    'I festivi noti di «{calendar}» finiscono il {date}, tra {days, plural, one {# giorno} many {# di giorni} other {# giorni}}: le scadenze successive sono segnate come incerte. Aggiungere i prossimi festivi e spostare «holidays until».',
  'says.holidays-without-end':
    '«{calendar}» ha giorni di chiusura ma nessun «holidays until»: dopo l’ultimo, il {date}, ogni giorno conta come normale. Scrivere fino a quando i giorni di chiusura sono noti.',
  'says.text-missing.languages':
    'Manca il testo per {part} in {languages}. Chi legge in {count, plural, one {questa lingua} many {queste lingue} other {queste lingue}} lo vedrebbe in un’altra.',
  'says.text-missing.values': 'Il dato «{fact}» ha testi per alcuni dei suoi valori e nessuno per {values}.',
  'says.text-missing.silent':
    'La clausola {clause} è per il pubblico e non ha «says», quindi la pagina pubblica non ha parole per dirla. Scriverle, o destinarla al personale.',
  'says.master-text-missing':
    'Manca il testo per {part} in {language}, la lingua principale della carta, da cui nascono le altre. Scriverlo.',
  'says.target-not-told':
    "Per {part} il testo dice '{target}' in {language} e non in {languages}, quindi lì chi legge non viene a sapere il tempo. Mettere '{target}' dove va il tempo.",
  'says.given-up-conflict.start':
    'L’orologio di {clause} si annulla con «{event}», l’evento che lo fa partire, quindi non può mai essere rispettato. Indicare un altro evento sotto «given up».',
  'says.given-up-conflict.end':
    'Con «{event}» l’orologio di {clause} è insieme rispettato e annullato. Indicare un altro evento sotto «given up».',
  'says.target-of-nothing':
    'La riga {row, number} di {clause} – {gives} – non promette alcun tempo: scade quando l’orologio parte, e nessuno può mantenerlo. Scrivere una durata che si possa mantenere.',
  'says.steps-out-of-order':
    'Il passo {step, number} di {clause} – {at} – agisce prima del passo {earlier, number} – {before} – ma è scritto dopo. Scrivere i passi nell’ordine in cui agiscono.',
  'says.unused-part.part': 'Nulla nella carta usa questo: {part}. Usarlo o rimuoverlo.',
  'says.unused-part.remedy':
    'La clausola {clause} non ha condizioni e nessuna promessa la indica sotto «if broken», quindi compare accanto a ogni richiesta. Indicarla lì, o darle delle condizioni.',
  'says.higher-tier-slower':
    'La riga {row, number} di {clause} ({gives}) serve {fact} {higher} più tardi di quanto la riga {by, number} serva {lower} ({sooner}), a parità di tutto il resto. Confrontare le due, o dirne la ragione in «because».',
  'says.promises-disagree':
    '{clause} promette {gives} e {other} promette {otherwise} per la stessa cosa, e i clienti possono leggere entrambe. Separarle con «when», o tenerne una.',
  'says.promise-looser-than-law.late':
    'La riga {row, number} di {clause} – {gives} – concede più della riga di legge {law} ({allows}): ciò che inizia {starts} scade {due}, e il tempo della legge finisce {limit} ({zone}). Promettere un tempo più breve, o disattivare la riga sotto «law» dicendo perché non vale.',
  'says.promise-looser-than-law.longer':
    'La riga {row, number} di {clause} – {gives} – concede più della riga di legge {law} ({allows}). Promettere un tempo più breve, o disattivare la riga sotto «law» dicendo perché non vale.',
  'says.promise-looser-than-law.fewer':
    'La riga {row, number} di {clause} – {gives} – si misura sul {promised, number}% dei casi, e la riga di legge {law} ({allows}) chiede il {wanted, number}%. Promettere un tempo più breve, o disattivare la riga sotto «law» dicendo perché non vale.',
  'says.promise-perhaps-looser-than-law.late':
    'La riga {row, number} di {clause} – {gives} – concede più della riga di legge {law} ({allows}): ciò che inizia {starts} scade {due}, e il tempo della legge finisce {limit} ({zone}). Il numero è stato letto in una fonte secondaria, perciò la pubblicazione non è bloccata. Promettere un tempo più breve, o disattivare la riga sotto «law» dicendo perché non vale.',
  'says.promise-perhaps-looser-than-law.longer':
    'La riga {row, number} di {clause} – {gives} – concede più della riga di legge {law} ({allows}). Il numero è stato letto in una fonte secondaria, perciò la pubblicazione non è bloccata. Promettere un tempo più breve, o disattivare la riga sotto «law» dicendo perché non vale.',
  'says.promise-perhaps-looser-than-law.fewer':
    'La riga {row, number} di {clause} – {gives} – si misura sul {promised, number}% dei casi, e la riga di legge {law} ({allows}) chiede il {wanted, number}%. Il numero è stato letto in una fonte secondaria, perciò la pubblicazione non è bloccata. Promettere un tempo più breve, o disattivare la riga sotto «law» dicendo perché non vale.',
  'says.remedy-without-authority':
    'La riga {row, number} di {clause} ({gives}) ammette «{remedy}», e nessuna posizione può concederlo: nessuno potrebbe mai darlo. Aggiungerlo a «may» di un punto sui poteri, o toglierlo.',
  'says.escalation-goes-back.got':
    'Il passo {step, number} di {clause} dà il ticket a {position}, che lo ha già avuto al passo {earlier, number}: gira in tondo. Darlo a qualcun altro, o soltanto avvisare.',
  'says.escalation-goes-back.round':
    'Il passo {step, number} di {clause} ridà il ticket a {position}, che ne sapeva già dal passo {earlier, number} di {other}, dopo che lo ha avuto {through}: gira in tondo. Darlo a qualcun altro, o soltanto avvisare.',
  'says.promise-tighter-than-agreements':
    'La riga {row, number} di {clause} ({gives}) è più stretta degli accordi su cui poggia: per ciò che inizia {starts}, {count, plural, one {{agreements} dà la sua parte} many {{agreements} danno le loro parti una dopo l’altra} other {{agreements} danno le loro parti una dopo l’altra}} entro {ends}, mentre la scadenza è {due} ({zone}). Promettere un tempo più lungo, o accordarsi su uno più breve.',
  'says.step-in-other-calendar':
    'Il passo {step, number} di {clause} – {at} – è contato su «{calendar}», e {promise} su «{own}»: un passo che su «{own}» agirebbe {would} agisce {acts} ({zone}). Contarlo su «{own}».',
  'says.position-unheld.step':
    'Il passo {step, number} di {clause} va a {position}, e nessuno ricopre quella posizione: non lo riceverebbe nessuno. Affidare la posizione a qualcuno, o indicarne un’altra.',
  'says.position-unheld.authority':
    '{clause} dice che cosa può concedere {position}, e nessuno ricopre quella posizione. Affidarla a qualcuno, o togliere il punto.',
  'says.lower-position-may-more':
    'La riga {row, number} di {clause} ({gives}) lascia concedere a {position} più «{remedy}» di quanto {other} ({otherwise}) lasci a {higher}, che sta più in alto. Alzare l’uno o abbassare l’altro; le posizioni si scrivono dal basso verso l’alto.',
  'says.remedy-beyond-authority.most':
    'La riga {row, number} di {clause} ({gives}) dà più «{remedy}» di quanto chiunque possa concedere, anche chiedendo: il massimo è {most} ({position}, secondo {other}). Abbassare «up to», limitarlo con una condizione, o lasciare che una posizione conceda di più.',
  'says.remedy-beyond-authority.nobody':
    'La riga {row, number} di {clause} ({gives}) dà «{remedy}», e per un ticket così nessuna posizione può concederne. Correggere le condizioni dei poteri, o quelle della riga.',
  'says.objective-without-procedure':
    'Nessuna procedura serve a {clause}: nulla dice come lo si raggiunge. Scrivere «objective: {clause}» in una procedura, o aggiungerne una.',
  'says.procedure-without-standard': 'Nulla misura {clause}. Indicare sotto «standards» le promesse che la misurano.',
  'says.value-without-evidence':
    '{clause} è pubblico e nulla lo mostra. Indicare sotto «shown by» i punti da cui i clienti lo vedono.',
  'says.clause-unattended.owner':
    '{count, plural, one {Nessuno risponde di {clauses}. Dargli un «owner», o darne uno a tutta la carta sotto «people».} many {Nessuno risponde di {clauses}. Dare a ciascuno un «owner», o darne uno a tutta la carta sotto «people».} other {Nessuno risponde di {clauses}. Dare a ciascuno un «owner», o darne uno a tutta la carta sotto «people».}}',
  'says.clause-unattended.objective':
    '{count, plural, one {{clauses} non serve ad alcun obiettivo. Scrivervi «objective».} many {{clauses} non servono ad alcun obiettivo. Scrivere «objective» in ciascuno.} other {{clauses} non servono ad alcun obiettivo. Scrivere «objective» in ciascuno.}}',
  'says.clause-unattended.review':
    "{count, plural, one {{clauses} non ha una data in cui è rivisto.} many {{clauses} non hanno una data in cui sono rivisti.} other {{clauses} non hanno una data in cui sono rivisti.}} Scrivervi «review», o «review: '{' every: 12 months '}'» per tutta la carta.",
  'says.promise-incomplete':
    '{clause} è pubblica e completa per {there, number} di {all, number}: non dice {missing}. Scriverli nella promessa; «contact» e «complaints» possono stare una volta per tutta la carta.',
  'says.vague-words':
    'In {language} {part} dice «{words}», che può significare un’ora o una settimana. Dire il tempo, o che cosa si fa.',
  'says.number-in-text':
    "In {language} {part} ha il numero {number} scritto a mano: quando la regola cambia, le parole no. Metterlo nella tabella, e '{target}' nel testo.",

  'findings.part.title': 'il titolo',
  'findings.part.fact': 'il dato «{name}»',
  'findings.part.value': 'il valore «{name}» di «{of}»',
  'findings.part.event': 'l’evento «{name}»',
  'findings.part.calendar': 'il calendario «{name}»',
  'findings.part.position': 'la posizione «{name}»',
  'findings.part.says': '«says» di {name}',
  'findings.part.because': '«because» di {name}',
  'findings.part.text': '«{name}» di {of}',
}
