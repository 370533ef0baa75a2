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
  'says.translation-older':
    'Il testo ({part}) è cambiato in {language} e non in {languages}: lì chi legge trova ciò che diceva prima. Aggiornare la traduzione, o lasciarla con un motivo.',
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
    'La riga {row, number} di {clause} – {gives} – concede più della riga di legge {law} ({allows}): ciò che inizia {starts} scade {due}, e il tempo della legge finisce {limit} ({zone}). Il numero non è stato confermato nel testo ufficiale in vigore, perciò la pubblicazione non è bloccata. Promettere un tempo più breve, o disattivare la riga sotto «law» dicendo perché non vale.',
  'says.promise-perhaps-looser-than-law.longer':
    'La riga {row, number} di {clause} – {gives} – concede più della riga di legge {law} ({allows}). Il numero non è stato confermato nel testo ufficiale in vigore, perciò la pubblicazione non è bloccata. Promettere un tempo più breve, o disattivare la riga sotto «law» dicendo perché non vale.',
  'says.promise-perhaps-looser-than-law.fewer':
    'La riga {row, number} di {clause} – {gives} – si misura sul {promised, number}% dei casi, e la riga di legge {law} ({allows}) chiede il {wanted, number}%. Il numero non è stato confermato nel testo ufficiale in vigore, perciò la pubblicazione non è bloccata. Promettere un tempo più breve, o disattivare la riga sotto «law» dicendo perché non vale.',
  'says.remedy-shorter-than-law':
    '{clause} non dà nulla il {on} quando «{fact}» è {since}, e secondo la riga di legge {law} il cliente ha {allows}, ultimo giorno compreso. Farlo valere così a lungo, o disattivare la riga sotto «law» dicendo perché non vale.',
  'says.dispute-body-missing':
    'Secondo {laws} il cliente può rivolgersi a un organismo esterno, e la carta non ne nomina nessuno. Scrivere chi è e come lo si raggiunge sotto «dispute body» di «law», o {count, plural, one {disattivare la riga} many {disattivare le righe} other {disattivare le righe}} indicando il motivo.',
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
    'La riga {row, number} di {clause} ({gives}) lascia concedere a {position} più «{remedy}» di quanto {other} ({otherwise}) lasci a {higher}, che sta più in alto. Le posizioni si scrivono dal basso verso l’alto: correggerne l’ordine, oppure alzare l’uno o abbassare l’altro.',
  'says.remedy-beyond-authority.most':
    'La riga {row, number} di {clause} ({gives}) dà più «{remedy}» di quanto chiunque possa concedere, anche chiedendo: il massimo è {most} ({position}, secondo {other}). Abbassare «up to», limitarlo con una condizione, o lasciare che una posizione conceda di più.',
  'says.remedy-beyond-authority.nobody':
    'La riga {row, number} di {clause} ({gives}) dà «{remedy}», e per un ticket così nessuna posizione può concederne. Correggere le condizioni dei poteri, o quelle della riga.',
  'says.objective-without-procedure':
    'Nessuna procedura serve a {clause}: nulla dice come lo si raggiunge. Scrivere «objective: {clause}» in una procedura, o aggiungerne una.',
  'says.procedure-without-standard': 'Nulla misura {clause}. Indicare sotto «standards» le promesse che la misurano.',
  'says.step-never-reached.passed':
    'Nessuna via porta al passo {step, number} di {clause}: ciò che lo precede porta sempre altrove. Cambiare «next» o «when» di un passo precedente, o toglierlo.',
  'says.step-never-reached.never':
    'Il passo {step, number} di {clause} è per ticket per cui {clause} non vale: il suo «when» non vale mai insieme a quello della procedura. Cambiarne uno, o togliere il passo.',
  'says.value-without-evidence':
    '{clause} è pubblico e nulla lo mostra. Indicare sotto «shown by» i punti da cui i clienti lo vedono.',
  'says.definition-unanswered.nothing':
    'La definizione di servizio eccellente non risponde a: {prompt} Scrivere sotto «definition» una riga con «answers: {answers}», oppure dire perché resta aperta.',
  'says.definition-unanswered.nobody':
    '{clause} dice chi risponde del servizio e non nomina alcuna posizione. Scrivervi «position».',
  'says.clause-unattended.owner':
    '{count, plural, one {Nessuno risponde di {clauses}. Dargli un «owner», o darne uno a tutta la carta sotto «people».} many {Nessuno risponde di {clauses}. Dare a ciascuno un «owner», o darne uno a tutta la carta sotto «people».} other {Nessuno risponde di {clauses}. Dare a ciascuno un «owner», o darne uno a tutta la carta sotto «people».}}',
  'says.clause-unattended.objective':
    '{count, plural, one {{clauses} non serve ad alcun obiettivo. Scrivervi «objective».} many {{clauses} non servono ad alcun obiettivo. Scrivere «objective» in ciascuno.} other {{clauses} non servono ad alcun obiettivo. Scrivere «objective» in ciascuno.}}',
  'says.clause-unattended.review':
    "{count, plural, one {{clauses} non ha una data in cui è rivisto.} many {{clauses} non hanno una data in cui sono rivisti.} other {{clauses} non hanno una data in cui sono rivisti.}} Scrivervi «review», o «review: '{' every: 12 months '}'» per tutta la carta.",
  'says.review-passed':
    '{clause} andava riesaminato entro il {date}, e quel giorno è passato. Riesaminarlo, poi scrivere in «review» quando farlo la prossima volta.',
  'says.benchmark-old':
    '{clause} si confronta con una cifra di {of} letta il {date}, più di 12 mesi fa. Leggerla di nuovo, e scrivere la cifra di oggi con fonte e data.',
  'says.promise-incomplete':
    '{clause} è pubblica e ha {there, number} dei {all, number} campi che servono a chi la legge. Mancano: {missing}. Scrivere nella promessa: {written}. «contact» e «complaints» possono stare invece una volta in cima, per tutta la carta.',
  'says.vague-words':
    'In {language} {part} dice «{words}», che può significare un’ora o una settimana. Dire il tempo, o che cosa si fa.',
  'says.number-in-text':
    "In {language} {part} ha il numero {number} scritto a mano: quando la regola cambia, le parole no. Se è il tempo promesso, metterlo nella tabella e '{target}' nel testo; altrimenti dirlo senza numero.",
  'says.example-fails.due':
    'L’esempio {example, number} vuole per {clause} la scadenza {expected}, ma esce {found} ({zone}). Correggere la clausola, o lasciare che l’esempio attenda ciò che esce.',
  'says.example-fails.no-due':
    'L’esempio {example, number} vuole per {clause} la scadenza {expected} ({zone}), ma nulla scade. Correggere la clausola, o lasciare che l’esempio attenda ciò che esce.',
  'says.example-fails.promised':
    'L’esempio {example, number} vuole che {clause} non prometta nulla, ma la riga {row, number} promette. Correggere la clausola, o lasciare che l’esempio attenda ciò che esce.',
  'says.example-fails.row':
    'L’esempio {example, number} vuole che decida la riga {expected, number} di {clause}, ma decide la riga {found, number}. Correggere la clausola, o lasciare che l’esempio attenda ciò che esce.',
  'says.example-fails.no-row':
    'L’esempio {example, number} vuole che decida la riga {expected, number} di {clause}, ma nessuna riga si applica. Correggere la clausola, o lasciare che l’esempio attenda ciò che esce.',
  'says.example-fails.not-evaluated':
    'L’esempio {example, number} vuole qualcosa da {clause}, che sul suo ticket non si può valutare. Correggere la clausola, o lasciare che l’esempio attenda ciò che esce.',
  'says.example-fails.allow':
    'L’esempio {example, number} vuole che {clause} ammetta: {expected}. Ammette: {found}. Correggere la clausola, o lasciare che l’esempio attenda ciò che esce.',
  'says.example-fails.amount':
    'L’esempio {example, number} vuole da {clause} fino a {expected}, ma esce fino a {found}. Correggere la clausola, o lasciare che l’esempio attenda ciò che esce.',
  'says.example-fails.no-amount':
    'L’esempio {example, number} vuole da {clause} fino a {expected}, ma non esce alcun importo. Correggere la clausola, o lasciare che l’esempio attenda ciò che esce.',
  'says.example-fails.not-tried':
    '{count, plural, one {# esempio non è stato provato: l’esempio {example, number}} many {# di esempi non sono stati provati, il primo è l’esempio {example, number}} other {# esempi non sono stati provati, il primo è l’esempio {example, number}}}. Sono troppi per le loro clausole, o le loro date sono troppo lontane. Rimuovere quelli di cui nessuna riga ha bisogno, o datarli più vicino.',

  'read.not-readable':
    'Il testo non è YAML né JSON. Cercare una virgoletta, una virgola, due punti o una parentesi mancanti qui o nella riga prima.',
  'read.not-used-in-charters':
    'Qui c’è YAML che una carta non usa: un’ancora, un alias, un tag, una chiave di unione, una direttiva o un secondo documento. Scrivere ogni parte per esteso al suo posto.',
  'read.not-readable.tab':
    'Qui c’è un carattere di tabulazione. Rientrare con spazi: in YAML una tabulazione non vale come rientro.',
  'read.not-readable.indentation':
    'Questa riga non comincia alla stessa colonna di quelle a cui appartiene. Darle lo stesso rientro.',
  'read.not-readable.indented-too-far':
    'Qui una riga rientra troppo, oppure c’è un «due punti» di troppo. Darle il rientro delle righe vicine o togliere i due punti.',
  'read.not-readable.no-colon':
    'Qui va un nome seguito da due punti, su una riga. Aggiungere i due punti, o chiudere le virgolette prima.',
  'read.not-readable.no-space': 'Dopo i due punti manca uno spazio. Aggiungerlo.',
  'read.not-readable.no-comma':
    'Qui mancano una virgola o i due punti. Aggiungerli, o mettere il testo tra virgolette.',
  'read.not-readable.no-dash':
    'Ogni voce di questo elenco comincia con «- », e questa riga no. Aggiungerlo, o far rientrare la riga nella voce precedente.',
  'read.not-readable.nothing-between': 'Tra due virgole non c’è nulla. Toglierne una.',
  'read.not-readable.open-quote':
    'Una virgoletta aperta qui o prima non viene chiusa. Chiuderla dove finisce il testo.',
  'read.not-readable.open-bracket':
    'Una parentesi aperta prima non è chiusa, o ciò che contiene non rientra. Chiuderla, o far rientrare le righe che contiene.',
  'read.not-readable.extra-bracket': 'Questa parentesi non chiude nulla. Toglierla, o cercarne una mancante prima.',
  'read.not-readable.needs-quotes':
    'Questo testo ha bisogno di virgolette, perché YAML prende per suo un segno che contiene. Metterlo tra virgolette.',
  'read.not-readable.dash-in-brackets':
    'Dentro le parentesi un trattino sta per un elenco. Metterlo tra virgolette, o omettere la cella.',
  'read.not-readable.backslash':
    'Una barra rovesciata tra virgolette doppie comincia un segno speciale. Scriverne due, o usare virgolette semplici.',
  'read.not-readable.comment-space': 'Prima del # di un commento manca uno spazio. Aggiungerlo.',
  'read.not-readable.empty': 'Il documento è vuoto. Scrivere una carta.',
  'read.not-used-in-charters.anchor':
    'Questo dà un nome a una parte da ripetere (un’ancora). Una carta scrive ogni parte per esteso: toglierlo.',
  'read.not-used-in-charters.alias':
    'Questo ripete un’altra parte (un alias). Scriverla qui per esteso, o mettere tra virgolette un testo che comincia con *.',
  'read.not-used-in-charters.tag':
    'Questo è un tag di tipo, e una carta non ne ha. Toglierlo, o mettere tra virgolette un testo che comincia con !.',
  'read.not-used-in-charters.merge': '«<<» unirebbe qui un’altra parte. Scriverne i campi per esteso.',
  'read.not-used-in-charters.directive': 'Una riga che comincia con % non ha significato in una carta. Cancellarla.',
  'read.not-used-in-charters.second-document':
    'Un file contiene una sola carta, e qui comincia un secondo documento. Cancellarlo, o tenerlo in un file a parte.',
  'read.too-large':
    'Il documento è più grande di quanto si possa leggere in tempo. Dividere le tabelle lunghe, o portare i testi fuori dalla carta.',
  'read.too-deep':
    'Elenchi e mappe sono annidati troppo in profondità. Nessuna parte di una carta ne ha bisogno: cercare una parentesi di troppo.',
  'read.too-long': 'Questo testo, nome, condizione o elenco è troppo lungo. Accorciarlo.',
  'read.too-many-findings': 'Ci sono più rilievi di quanti se ne mostrino. Correggere prima questi.',
  'read.forbidden-character': 'Nel testo c’è un carattere di controllo, o mezzo carattere. Cancellarlo.',
  'read.forbidden-name': 'Questo nome significa qualcosa per i programmi. Sceglierne un altro.',
  'read.named-twice':
    'La stessa chiave, nome, id, valore o giorno compare due volte. Tenerne uno, o rinominare l’altro.',
  'read.bad-number':
    'Il numero ha una forma che non tutti i programmi leggono allo stesso modo, o troppe cifre. Scriverlo come 12 o 12.5; un testo va tra virgolette.',
  'read.wrong-version':
    'Il documento non è nel formato «avow: 1». Scriverlo in testa, o usare una versione più recente del programma.',
  'read.wrong-shape': 'Qui ci vuole un’altra forma: un testo, un elenco, o campi con i loro valori.',
  'read.missing-field': 'Manca un campo che ci deve essere. Aggiungerlo.',
  'read.unknown-field': 'Qui non c’è alcun campo con questo nome. Correggere il nome.',
  'read.unknown-clause-kind':
    'Questa versione non conosce ancora questo tipo di clausola. Toglierla, o usare una versione più recente del programma.',
  'read.fields-conflict':
    'Dei campi dicono la stessa cosa, si escludono o qui non c’entrano. Tenere quello che si intende.',
  'read.bad-name': 'Un nome o un id non si può scrivere così.',
  'read.reserved-name': 'Il nome ha già un suo significato. Sceglierne un altro.',
  'read.unknown-fact': 'Non c’è alcun dato con questo nome. Correggere il nome, o dichiararlo sotto «facts».',
  'read.unknown-calendar':
    'Non c’è alcun calendario con questo nome. Correggere il nome, o scriverlo sotto «calendars».',
  'read.unknown-event': 'Non c’è alcun evento con questo nome. Correggere il nome, o dichiararlo sotto «events».',
  'read.unknown-position':
    'Non c’è alcuna posizione con questo nome. Correggere il nome, o elencarla sotto «positions».',
  'read.unknown-clause':
    'Non c’è alcuna clausola a cui questo possa rimandare. Correggere l’id, o scrivere la clausola.',
  'read.unknown-value': 'Questo non è tra i valori possibili qui.',
  'read.unknown-zone': 'Non c’è alcun fuso orario con questo nome. Contano anche maiuscole e minuscole.',
  'read.unknown-language': 'La carta non ha questa lingua. Correggere il codice, o aggiungerlo a «languages».',
  'read.bad-text':
    "Il testo è vuoto, va tra virgolette, o ha un segnaposto che nulla riempie. Solo «says» di una promessa può contenere '{target}'.",
  'read.bad-fact-type': 'Il dato non ha un tipo conosciuto.',
  'read.fact-not-allowed':
    'Questo dato qui non si può usare: lo conta il desk stesso, non è un importo, o cambierebbe mentre qualcosa aspetta.',
  'read.bad-date': 'Questa non è una data, o non è una data con l’ora, o qui non va bene.',
  'read.bad-hours':
    'Un orario di apertura non può essere così: un’ora che non esiste, una sovrapposizione o un giorno sconosciuto.',
  'read.bad-duration': 'Questa non è una durata, o non dice come si conta.',
  'read.bad-money':
    'Questo non è un importo: un numero con al massimo i decimali della sua valuta, e le tre lettere della valuta.',
  'read.bad-measure': 'Una promessa non si può misurare così. Sono possibili «each», «share» e «mean».',
  'read.bad-condition': 'La condizione non si capisce, o nulla la può soddisfare.',
  'read.cuts-out-of-order':
    'Due età di una colonna stanno in un ordine in certe date e in un altro in altre. Scriverle entrambe in giorni o entrambe in mesi.',

  'read.with.typed': 'Qui c’è «{typed}».',
  'read.with.of': 'Riguarda «{of}».',
  'read.with.needed': 'Serve: {needed}.',
  'read.with.together': 'Si tratta di: {together}.',
  'read.with.line': 'Vedere la riga {line, number}.',
  'read.with.most': 'Il massimo è {most, number}.',
  'read.with.meant': 'Si intendeva «{meant}»?',
  'read.with.possible': 'Possibili: {possible}.',
  'read.with.like': 'Si scrive per esempio {like}.',

  'findings.nothing': 'nulla',
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
