/** Parole della pagina dei miglioramenti. */
export const improvements = {
  'improvements.lead':
    'Che cosa migliorare per primo, secondo le richieste ricevute: la quota di contatti che una clausola riguarda × quanto spesso lì va male ÷ l’impegno per rimediare.',
  'improvements.period':
    '{count, plural, one {Una richiesta} many {# di richieste} other {# richieste}} dal {from} al {until} ({zone}).',
  'improvements.no-charter': 'Nessuna carta è in vigore',
  'improvements.no-charter-hint': 'Promesse, rimedi e procedure compaiono qui in ordine quando se ne pubblica una.',
  'improvements.first': 'Da migliorare per primo',
  'improvements.none': 'Non c’è nulla da migliorare',
  'improvements.none-hint':
    'Dove le promesse non sono mantenute, i voti sono bassi o si saltano passi delle procedure, le clausole compaiono qui.',
  'improvements.well': 'Nulla è andato male',
  'improvements.unmeasured': 'Non misurate',
  'improvements.unmeasured-lead':
    'Nessuna richiesta di queste date dice come vanno. Non è la stessa cosa che andare bene.',
  'improvements.settled': 'Fatte o abbandonate',
  'improvement.share': '{share, number, percent} dei contatti ({touched, number} di {contacts, number})',
  'improvement.harm': 'male nel {harm, number, percent} ({wrong, number} di {told, number})',
  'improvement.touched':
    '{touched, plural, =0 {non riguarda nessuna richiesta} one {riguarda una richiesta} many {riguarda # di richieste} other {riguarda # richieste}}',
  'improvement.weight': 'peso {weight, number}',
  'improvement.effort': 'Impegno',
  'improvement.effort.small': 'piccolo',
  'improvement.effort.medium': 'medio',
  'improvement.effort.large': 'grande',
  'improvement.effort.unsaid': 'non indicato (vale come medio)',
  'improvement.owner': 'Chi se ne occupa',
  'improvement.nobody': 'nessuno',
  'improvement.by': 'Entro',
  'improvement.no-date': 'nessuna data',
  'improvement.overdue': 'in ritardo',
  'improvement.note': 'Nota',
  'improvement.state': 'A che punto è',
  'improvement.state.open': 'da fare',
  'improvement.state.done': 'fatto',
  'improvement.state.dropped': 'abbandonato',
  'improvement.said': 'Indicato da {who} il {time}',
  'improvement.plan': 'Pianifica',
  'improvement.plan-of': 'Pianifica il miglioramento di {clause}',
  'improvement.keep': 'Salva',
  'improvement.kept': 'Salvato.',
}
