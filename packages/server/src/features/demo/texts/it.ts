import type { DemoTexts } from './demo-texts.ts'

export const it: DemoTexts = {
  months: [
    'gennaio',
    'febbraio',
    'marzo',
    'aprile',
    'maggio',
    'giugno',
    'luglio',
    'agosto',
    'settembre',
    'ottobre',
    'novembre',
    'dicembre',
  ],
  openings: ['Buongiorno,', 'Salve,', 'Gentili signori,', 'Salve a tutti,', 'Spett.le Bramble & Sons,', 'Ciao,'],
  closings: [
    'Cordiali saluti\n{me}',
    'Distinti saluti\n{me}',
    'Grazie,\n{first}',
    'Un saluto\n{me}',
    '{me}',
    'In attesa di un cortese riscontro, porgo distinti saluti.\n{me}',
  ],
  spoken: ['Buongiorno, ', 'Salve, ', 'Pronto, buongiorno, sono {me}: ', 'Scusi, ', ''],
  angry: [
    'Sono davvero {w:stufo|stufa}. È la seconda volta in un anno e da voi mi aspettavo di meglio.',
    'Io pago subito, voi dovreste consegnare nei tempi. Se oggi non mi risponde nessuno chiedo lo storno alla banca.',
    'Per favore non mandatemi un’altra risposta automatica: vorrei che se ne occupasse una persona.',
    'Sono {w:deluso|delusa}, MOLTO {w:deluso|delusa}. Compro da voi da sei anni.',
  ],
  kind: [
    'Non c’è fretta, quando avete un attimo.',
    'Immagino quanto lavoro abbiate, perciò grazie già da ora.',
    'Per il resto sono sempre {w:stato contento|stata contenta} dei vostri prodotti, quindi sono {w:sicuro|sicura} che troveremo una soluzione.',
  ],
  damaged: [
    {
      subject: 'Arrivato rotto – ordine {order}',
      text: '{The} dell’ordine {order} è {p:arrivato|arrivata} oggi in mille pezzi. La scatola da fuori sembrava a posto, ma dentro non c’era quasi imbottitura. Era un regalo per sabato, quindi me ne servirebbe in fretta un esemplare nuovo. Ho pagato {price}.',
      brief: '{the} dell’ordine {order} è {p:arrivato|arrivata} a pezzi. Come devo fare?',
      of: 'fragile',
    },
    {
      subject: '{product}: non si accende',
      text: 'Ieri ho tolto dalla scatola {obj} e non si accende proprio. Ho provato tre prese diverse. Nessuna spia, nessun rumore, niente. Il numero d’ordine è {order}.',
      brief: 'ho appena aperto la scatola e {the} non dà segni di vita. Ordine {order}.',
      of: 'electric',
    },
    {
      subject: 'Articolo danneggiato',
      of: 'solid',
      text: '{The} (ordine {order}, {price}) ha un graffio profondo e un’ammaccatura su un lato. Con uno sconto potrei anche {p:tenerlo|tenerla}, ma preferirei riceverne {p:uno integro|una integra}.',
      brief: '{the} ha un grosso graffio e un’ammaccatura. L’ordine è {order}.',
    },
    {
      subject: 'Macchia e cucitura aperta',
      text: 'C’è una macchia marrone e una cucitura si sta aprendo: parlo dell’articolo «{product}», ordine {order} del {date}. Non è mai stato usato, l’ho solo tolto dalla busta.',
      brief: 'l’articolo «{product}» ha una macchia e una cucitura aperta, appena tolto dalla busta.',
      of: 'textile',
    },
    {
      subject: 'gamba crepata e viti mancanti, {order}',
      whole: true,
      text: 'salve, ieri sera ho montato {obj} e una gamba è crepata proprio dove va la vite. mancano anche due viti lunghe. potete mandarmi i pezzi o devo smontare tutto un’altra volta??',
      brief: 'ho montato {obj}, una gamba è crepata e mancano due viti.',
      of: 'furniture',
    },
    {
      subject: '{product}: ha smesso di funzionare',
      text: 'Il {date} ho comprato da voi {obj} per {price}. Fino alla settimana scorsa andava bene, ora dopo un minuto o due si spegne da sé. Ho conservato lo scontrino e la scatola; credo sia ancora in garanzia. Come si fa per la riparazione?',
      brief: 'ho comprato {obj} il {date} e adesso si spegne dopo un minuto. Dovrebbe essere in garanzia.',
      of: 'electric',
      old: true,
    },
    {
      subject: 'Il rivestimento si stacca',
      text: 'Il rivestimento si stacca dopo poche settimane di uso normale, e uso solo cucchiai di legno! Non vorrei mangiarmelo. Articolo: {product}, comprato il {date}, ordine {order}.',
      brief: 'il rivestimento si sta staccando: {product}, comprata il {date}.',
      of: 'hob',
      old: true,
    },
    {
      subject: 'Reclamo: {product}',
      of: 'solid',
      text: 'Mi dispiace dirlo, ma {the}, {p:comprato|comprata} il {date} (ordine {order}), ha già una giuntura allentata. Non ho la mano pesante e in casa {p:lo|la} uso solo io. Ditemi per cortesia se riparate o sostituite.',
      brief: '{the} ha già una giuntura allentata. Acquisto del {date}, ordine {order}.',
      old: true,
    },
  ],
  late: [
    {
      subject: 'Dov’è il mio ordine {order}?',
      text: 'Ho ordinato {obj} il {date} e mi avevate detto tre giorni lavorativi. Sono passati {days} giorni. Il tracking {tracking} dice «in transito» e non cambia più. Potete verificare dov’è finito il pacco?',
      brief: 'il mio ordine {order} del {date} non è ancora arrivato e il tracking {tracking} è fermo da giorni.',
    },
    {
      subject: 'consegna',
      whole: true,
      text: 'il pacco non si vede. ordine {order}. che succede?',
      brief: 'dov’è il mio pacco? Ordine {order}.',
    },
    {
      subject: 'Ordine {order}: «consegnato», ma non a me',
      text: 'Secondo il corriere il pacco {tracking} è stato consegnato ieri alle 13:20. Ero in casa tutto il giorno e non ha suonato nessuno. Nemmeno i vicini ne sanno nulla. Chiedete per favore a chi l’hanno dato.',
      brief: 'il tracking {tracking} dice consegnato, ma io non ho ricevuto niente.',
    },
    {
      subject: 'Un giorno di ferie buttato',
      text: 'Ho preso un giorno di ferie perché martedì tra le 8 e le 18 doveva arrivare {the}. Non è venuto nessuno e non ha telefonato nessuno. Ordine {order}, {price}, naturalmente già pagato. Quando arriva davvero?',
      brief:
        '{w:sono rimasto|sono rimasta} a casa tutto il giorno ad aspettare e non è venuto nessuno. Ordine {order}.',
    },
    {
      subject: 'Regalo di compleanno – ordine {order} in ritardo',
      text: 'Ho ordinato {obj} per il compleanno di mia madre, che è il {later}. Il pacco ({tracking}) doveva già essere qui. C’è qualche speranza che arrivi in tempo? Altrimenti annullo e compro altro.',
      brief: 'l’ordine {order} arriva entro il {later}? È un regalo di compleanno.',
    },
    {
      subject: 'Ordine {order} ancora «in preparazione»',
      text: 'Il mio ordine {order} del {date} risulta «in preparazione» da {days} giorni. Sul sito c’era scritto «disponibile». È stato spedito o no?',
      brief: 'il mio ordine {order} è «in preparazione» da {days} giorni. È partito?',
    },
  ],
  wrong: [
    {
      subject: 'Articolo sbagliato nell’ordine {order}',
      text: 'Ho ordinato {obj}, ma nel pacco c’era un altro articolo: {other}. La bolla è la mia e riporta l’articolo giusto. Vi prego di mandarmi quello che ho ordinato e di dirmi che cosa fare con questo.',
      brief: 'ho ordinato {obj} e mi è arrivata un’altra cosa: {other}. Ordine {order}.',
    },
    {
      subject: 'Colore sbagliato',
      text: 'Ordine {order}: ho scelto il verde scuro e mi è arrivato il grigio ({product}). Il resto va bene. Si può cambiare?',
      brief: 'il colore è sbagliato: {product}, grigio invece di verde scuro.',
    },
    {
      subject: 'Ordine {order} – non è quello che ho comprato',
      text: 'Stasera ho aperto il pacco e ci ho trovato «{other}» al posto di «{product}». Qualcun altro si starà chiedendo dov’è il suo. Io ho pagato {price}, questo sul sito costa molto meno.',
      brief: 'nel pacco dell’ordine {order} c’era «{other}» invece di «{product}».',
    },
    {
      subject: 'Due uguali, uno manca',
      text: 'Avevo ordinato un articolo «{product}» e uno «{other}» (ordine {order}). Ne ho ricevuti due del secondo e nessuno del primo.',
      brief: 'nell’ordine {order} un articolo c’è due volte e manca «{product}».',
    },
  ],
  mind: [
    {
      subject: 'Reso ordine {order}',
      of: 'kitchen',
      text: 'Vorrei rendere {obj} (ordine {order} del {date}): è troppo grande per la nostra cucina. Mai {p:usato|usata}, nella sua scatola. Come si fa, e chi paga la spedizione?',
      brief: 'vorrei rendere {obj}, è troppo grande. Mai {p:usato|usata}. Ordine {order}.',
    },
    {
      subject: 'Recesso dal contratto',
      text: 'Con la presente recedo dall’acquisto dell’articolo «{product}», ordine numero {order}, ricevuto pochi giorni fa. Chiedo conferma e il rimborso di {price} sulla carta usata per il pagamento.',
      brief: 'vorrei recedere dall’acquisto, ordine {order}. Dove lo spedisco?',
    },
    {
      subject: 'posso rimandarlo',
      whole: true,
      text: 'ciao, il {date} ho ordinato {obj} ma lo stesso giorno l’ha comprato anche il mio compagno :) posso rimandarlo? è ancora sigillato',
      brief: 'posso rimandare {obj}? Adesso ne abbiamo due, è ancora nella scatola sigillata.',
    },
    {
      subject: 'Annullare l’ordine {order}',
      text: 'Vi prego di annullare l’ordine {order}: ho trovato l’articolo altrove a meno. Se è già partito, rifiuterò il pacco.',
      brief: 'vorrei annullare l’ordine {order}, per favore.',
    },
  ],
  questions: [
    {
      subject: 'Lavastoviglie?',
      text: 'Si può mettere in lavastoviglie {the}? Sul foglietto c’è solo un simbolo che non conosco.',
      brief: '{the} va in lavastoviglie?',
      of: 'kitchen',
      answer:
        'sì, fino a 55 °C e nel cestello superiore. Ogni tanto conviene comunque il lavaggio a mano: la superficie dura di più.',
    },
    {
      subject: 'Induzione',
      text: '{The} va bene per il piano a induzione? In primavera arriva la cucina nuova e non vorrei comprare tutto due volte.',
      brief: '{the} funziona sull’induzione?',
      of: 'hob',
      answer:
        'sì, va bene per l’induzione come per gas e vetroceramica. Sull’induzione scelga una zona non più grande del fondo.',
    },
    {
      subject: 'Spedizione in Sardegna',
      text: 'Spedite in Sardegna, e quanto verrebbe {the} con la spedizione? Il carrello non accetta il mio CAP.',
      brief: 'spedite in Sardegna? Il sito non accetta il mio CAP.',
      answer:
        'certo: la spedizione costa 14,90 € e richiede da cinque a sette giorni lavorativi. Il carrello rifiuta il CAP per errore; ci dica che cosa desidera e inseriamo noi l’ordine.',
    },
    {
      subject: 'Fattura per l’ordine {order}',
      link: true,
      text: 'Mi serve la fattura dell’ordine {order} intestata alla mia ditta. Ho soltanto lo scontrino. Potete emetterla adesso?',
      brief: 'posso avere la fattura per la ditta dell’ordine {order}?',
      answer:
        'sì. Servono ragione sociale, indirizzo, partita IVA e codice destinatario: li inserisca in «I miei ordini» e la fattura di {order} parte subito.',
    },
    {
      subject: 'Quando torna disponibile?',
      text: 'Sapete quando tornerà disponibile {the}? Sul sito è in grigio da due settimane.',
      brief: 'quando torna disponibile {the}?',
      answer:
        'la prossima consegna è prevista per il {later}. L’abbiamo messa in lista: riceverà una sola e-mail quando arriva, e Gliene teniamo da parte un esemplare per due giorni.',
    },
    {
      subject: 'Ricambio per {product}',
      text: 'Esiste un filtro di ricambio, o devo ricomprare tutto? L’articolo è {product}; sul sito ho cercato dappertutto.',
      brief: 'c’è un filtro di ricambio per l’articolo «{product}»?',
      of: 'filter',
      answer:
        'c’è, e costa 6,50 €. Lo tiene la nostra officina e sul sito non compare; possiamo spedirlo con le istruzioni per il montaggio. Basta un sì.',
    },
    {
      subject: 'Garanzia',
      text: 'Quanto dura la garanzia ({product}), e serve lo scontrino di carta o basta l’e-mail?',
      brief: 'quanto dura la garanzia dell’articolo «{product}»?',
      answer:
        'due anni dal giorno dell’acquisto. Basta l’e-mail, anzi basta il numero d’ordine: il resto lo troviamo noi.',
    },
    {
      subject: 'Confezione regalo',
      text: 'Potreste fare un pacco regalo con {obj} e spedirlo direttamente a mia sorella, senza il prezzo?',
      brief: 'fate il pacco regalo? Vorrei mandare {obj} a mia sorella.',
      answer:
        'con piacere. Nel carrello scelga «È un regalo»: la confezione costa 3,50 €, il biglietto è gratuito e nel pacco non ci sono prezzi.',
    },
    {
      subject: 'Ritiro in negozio',
      text: 'Se ordino oggi {obj}, posso passare a ritirare domani dopo il lavoro? Fino a che ora ci siete?',
      brief: 'posso ritirare domani in negozio? L’articolo è {product}.',
      answer:
        'sì: è pronto due ore dopo l’ordine, negli orari del negozio, e lo teniamo da parte cinque giorni. Il banco è aperto dal lunedì al venerdì, dalle 9 alle 17.',
    },
    {
      subject: 'Cambio indirizzo, ordine {order}',
      text: 'Ho traslocato e mi sono {w:dimenticato|dimenticata} di cambiare l’indirizzo prima di ordinare. L’ordine {order} non deve andare nella casa vecchia! Si può ancora cambiare?',
      brief: 'si può ancora cambiare l’indirizzo dell’ordine {order}?',
      answer:
        'il pacco non era ancora partito: ora va all’indirizzo che nel Suo profilo è segnato come nuovo. Lo controlli per favore nella conferma che Le abbiamo appena inviato.',
    },
    {
      subject: 'Punti della carta Bramble',
      text: 'L’acquisto del {date} ({price}, ordine {order}) non risulta sulla mia carta. Si possono aggiungere i punti dopo?',
      brief: 'i punti dell’ordine {order} non sono sulla carta.',
      answer:
        'sì, e l’abbiamo già fatto: da domani li vedrà sulla carta. La carta non era collegata all’ordine, ora lo è.',
    },
  ],
  others: [
    {
      subject: 'Newsletter',
      text: 'Mi sono {w:cancellato|cancellata} già tre volte e la newsletter arriva lo stesso. Toglietemi dalla lista, grazie.',
      brief: 'toglietemi dalla newsletter, mi sono {w:cancellato|cancellata} già tre volte.',
      answer:
        'il Suo indirizzo era in due liste e la cancellazione La toglieva da una sola. Ora non è più in nessuna, e abbiamo avvisato i colleghi che le curano.',
    },
    {
      subject: 'Addebito doppio',
      text: 'Per l’ordine {order} mi è stato addebitato due volte l’importo: {price} il {date} e di nuovo un minuto dopo. Verificate, per favore.',
      brief: 'per l’ordine {order} ho pagato due volte.',
      answer:
        'ha ragione: il primo pagamento risultava fallito ed è passato comunque. Abbiamo restituito il secondo, {price}; le banche lo mostrano dopo due–cinque giorni.',
    },
    {
      subject: 'Non riesco ad accedere',
      link: true,
      text: 'Il link per la nuova password non arriva mai, nemmeno nello spam. Mi servono le fatture.',
      brief: 'non mi arriva il link per la nuova password.',
      answer:
        'nel Suo profilo c’era un vecchio indirizzo. L’abbiamo sostituito con quello da cui scrive e Le abbiamo mandato un nuovo link, valido due ore.',
    },
    {
      subject: 'Il vostro autista',
      text: 'Il vostro autista ha lasciato il pacco ({product}) sul marciapiede sotto la pioggia dicendomi che le scale non sono affar suo. Ho 74 anni. Non è per questo che ho pagato la consegna.',
      brief: 'il vostro autista ha lasciato il pacco sotto la pioggia ed è andato via.',
      answer:
        'non doveva andare così: Lei ha pagato la consegna al piano. Le abbiamo restituito le spese e ne abbiamo parlato con il corriere, indicando il giro. Se qualcosa si è bagnato, ce lo dica e lo cambiamo.',
    },
    {
      subject: 'Un suggerimento sugli imballaggi',
      text: 'Nell’ultimo pacco c’era un solo articolo piccolo in una scatola grande come una valigia, piena di cuscini di plastica. Non potreste usare la carta?',
      brief: 'un suggerimento: le scatole sono enormi e c’è troppa plastica!',
      answer:
        'grazie, l’abbiamo riferito. Dalla primavera il magazzino riempie le scatole solo con carta; anche sulle misure si sta lavorando.',
    },
  ],
  praise: [
    {
      subject: 'Un grazie',
      text: 'Per una volta nessun problema! Volevo solo dire che la signora che mi ha consigliato la settimana scorsa è stata bravissima. Per favore riferiteglielo.',
      brief: 'volevo solo ringraziare, è tutto perfetto.',
    },
    {
      subject: 'bravi',
      text: 'Ordinato lunedì, arrivato martedì, imballato come un tesoro. Continuate così.',
      brief: 'nessuna domanda, volevo solo fare i complimenti: pacco arrivato in un giorno.',
    },
  ],
  more: [
    {
      ask: 'Grazie, mi è utile. Ancora una cosa: si può pagare alla consegna?',
      answer: 'alla consegna purtroppo non più, ma si può pagare con bonifico o con fattura a 14 giorni.',
    },
    {
      ask: 'Va bene. E vale anche per gli articoli in saldo?',
      answer: 'sì, tra saldi e resto dell’anno non c’è differenza.',
    },
    {
      ask: 'Capisco. E dall’app come si fa? Non trovo il tasto.',
      answer:
        'nell’app sta sotto il Suo nome, poi «Ordini», poi i tre puntini accanto all’ordine. Lo sappiamo, è nascosto bene.',
    },
    {
      ask: 'Ottimo. Potrebbe scrivermelo con il numero d’ordine? Le carte le tiene mio marito :)',
      answer: 'volentieri: si tratta dell’ordine {order}, e quanto ho scritto vale senza altre condizioni.',
    },
  ],
  again: [
    {
      ask: 'Mi dispiace tornarci sopra, ma è successo di nuovo. Stesso problema di prima.',
      answer:
        'allora non era risolto, e me ne scuso. L’ho ripreso in mano io: scelga Lei tra rimborso e articolo nuovo, senza spedirci prima nulla.',
    },
    {
      ask: 'Finora non è arrivato niente. Aveva detto due giorni.',
      answer:
        'ha ragione, l’avevo detto. Il pacco è partito un giorno più tardi di quanto mi risultava; ora è in viaggio con il numero {tracking} e arriva domani.',
    },
    {
      ask: 'Purtroppo non ha funzionato, il link risulta «scaduto».',
      answer:
        'ecco un link nuovo, questa volta valido una settimana. Se non va nemmeno questo, risponda a questa e-mail e lo faccio io per Lei.',
    },
  ],
  photo: [
    'Ecco due foto, una intera e una del punto rovinato. Spero bastino.',
    'In allegato le foto. Sull’etichetta c’è scritto lotto 24-117, se può servire.',
    'vedi allegato, scusate la luce',
  ],
  chase: [
    'Ci sono novità? Sono passati giorni.',
    'Non ho più sentito nulla. Se ne sta occupando qualcuno?',
    'Chiedo solo se il corriere ha risposto. Il tracking {tracking} è sempre uguale.',
    'allora?? sto ancora aspettando',
  ],
  sentBack: [
    'Ho consegnato il pacco stamattina, sulla ricevuta c’è {tracking}.',
    'È in viaggio verso di voi. Numero del pacco {tracking}.',
    'Spedito. Fatemi sapere quando arriva.',
  ],
  thanks: [
    'Grazie mille!',
    'Perfetto, grazie per l’aiuto così rapido.',
    'Ottimo, grazie {agent}!',
    'grazie 👍',
    'Grazie, siete stati gentilissimi. Buon fine settimana.',
  ],
  agent: {
    greetings: ['Gentile {c:Sig.|Sig.ra} {last},', 'Buongiorno {c:Sig.|Sig.ra} {last},', 'Gentile {first} {last},'],
    closings: ['Cordiali saluti\n{me}\nBramble & Sons', 'Un cordiale saluto\n{me}, Bramble & Sons'],
    sorry: [
      'ha dovuto aspettare questa risposta più di quanto promettiamo, e me ne scuso.',
      'prima di tutto: mi dispiace. Avevamo detto che una persona Le avrebbe risposto prima, e non è stato così.',
    ],
    askPhoto: [
      'mi dispiace che l’articolo Le sia arrivato così. Potrebbe mandarci una foto del danno e una della scatola? Ci servono solo per il corriere; il resto lo sistemiamo subito con Lei.',
      'grazie della segnalazione. Una o due foto del punto danneggiato ci aiuterebbero a decidere in fretta. Può semplicemente rispondere a questa e-mail.',
    ],
    replacement: [
      'un esemplare nuovo parte oggi dal nostro magazzino e dovrebbe arrivare in due giorni lavorativi (pacco {tracking}). Quello danneggiato non serve rimandarlo.',
      'Le ho ordinato una sostituzione gratuita. Il numero del pacco è {tracking}. L’articolo danneggiato può portarlo al riciclo.',
    ],
    outOfStock: [
      'vorremmo sostituire {obj}, ma in magazzino non ce ne sono più. Ho già scritto al fornitore e Le scrivo appena ho una data, al più tardi tra tre giorni.',
    ],
    shipped: [
      'il fornitore ha consegnato: la Sua sostituzione è partita oggi con il numero {tracking}. Grazie della pazienza.',
    ],
    refund: [
      'ho concordato il rimborso di {price}. Torna sulla carta o sul conto usato per il pagamento entro 14 giorni; quasi tutte le banche sono più veloci.',
      'Le rimborsiamo per intero {price}. Non deve fare altro: l’importo arriva entro 14 giorni.',
    ],
    repair: [
      'se ne occupa la nostra officina. In allegato trova un’etichetta prepagata; dal giorno in cui arriva la riparazione richiede al massimo sette giorni lavorativi e per Lei è gratuita.',
    ],
    repaired: [
      'buone notizie dall’officina: la riparazione è finita, l’articolo è stato provato e sta tornando da Lei ({tracking}).',
    ],
    checking: [
      'ho chiesto al corriere dov’è il pacco {tracking}. Ha tempo fino a domani per rispondere; poi Le riscrivo comunque, qualunque cosa dicano.',
      'è troppo, ha ragione. L’ultima lettura di {tracking} è del centro di smistamento; ho aperto una pratica con il corriere e La tengo al corrente.',
    ],
    strike: [
      'il Suo pacco {tracking} è fermo per lo sciopero del nostro corriere. Non è perso. Stiamo passando il possibile a un altro corriere e domani Le dico quale dei due ha il Suo.',
    ],
    update: [
      'due righe perché sappia a che punto siamo: la pratica è ancora aperta e oggi ho sollecitato. Le scrivo al più tardi tra due giorni lavorativi.',
      'purtroppo ancora nulla di nuovo, ma non ce ne siamo dimenticati. Le riscrivo appena ho una risposta.',
    ],
    found: [
      'il pacco è ricomparso: era stato smistato al deposito sbagliato. È in consegna domani, tracking {tracking}.',
      'il corriere l’ha trovato. {tracking} è già sul furgone e dovrebbe arrivare domani entro le 16:00.',
    ],
    lost: [
      'il corriere dà il pacco per smarrito. Le rimborsiamo {price}; se preferisce riavere l’articolo, risponda a questa e-mail e Glielo mando.',
    ],
    label: [
      'mi scuso per lo scambio. In allegato trova l’etichetta per il reso, che non Le costa nulla. Appena il pacco viene letto dal corriere spediamo l’articolo giusto.',
      'l’errore è stato nostro, in magazzino. Usi l’etichetta allegata e ci dica quando ha spedito: l’articolo giusto è già da parte per Lei.',
    ],
    replaced: ['grazie, il Suo pacco risulta a sistema. L’articolo giusto è partito oggi con il numero {tracking}.'],
    accept: [
      'certo che può. Ha 14 giorni e il reso è gratuito: l’etichetta è in allegato. Quando l’articolo è qui rimborsiamo {price}.',
      'confermiamo il recesso dall’ordine {order}. Ci rimandi l’articolo con l’etichetta allegata; il rimborso segue.',
    ],
    refuse: [
      'i 14 giorni per il reso sono passati da tempo, perciò non posso riprenderlo contro rimborso. Posso proporLe un cambio in negozio o un buono da 10 €.',
    ],
    refunded: ['il Suo reso è arrivato, grazie. Oggi è partito il rimborso di {price}.'],
    noReply: [
      'non avendo ricevuto risposta, penso che la questione sia risolta. Se non è così, basta rispondere a questa e-mail e si riapre.',
    ],
    toChase: [
      'fa bene a chiedere. Il corriere non ha ancora risposto; li ho appena chiamati e mi hanno promesso una risposta entro oggi.',
      'qualcuno se ne occupa, e sono io. Appena ne so più di Lei, lo legge qui.',
    ],
  },
  acknowledgement: {
    subject: 'Abbiamo ricevuto il Suo messaggio',
    text: 'Grazie per aver scritto a Bramble & Sons. Una persona Le risponde al più tardi entro il {due}. Non deve fare nulla; per aggiungere qualcosa basta rispondere a questa e-mail.',
  },
  away: {
    subject: 'Assenza dall’ufficio: {subject}',
    text: 'Sono fuori ufficio fino al {later} e leggo la posta solo di tanto in tanto. Per urgenze potete chiamare i miei colleghi.',
  },
  spam: [
    {
      subject: 'Guadagna da casa 3.000 € al mese',
      text: 'Caro amico, con il nostro metodo segreto migliaia di italiani guadagnano già da casa. Clicca qui prima che sia troppo tardi!!!',
    },
    {
      subject: 'Avviso: casella quasi piena',
      text: 'La Sua casella di posta ha raggiunto il 99% della capacità. Confermi la password entro 24 ore per non perdere i messaggi.',
    },
  ],
}
