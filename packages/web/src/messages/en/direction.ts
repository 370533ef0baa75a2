/** Words of what a charter is there for: what serves what, and what was kept for each value. */
export const direction = {
  'direction.lead':
    'What the charter is there for: from the mission down to the figures that tell whether it is reached.',
  'direction.no-charter': 'No charter is in force',
  'direction.no-charter-hint': 'Once a version is published, what it is there for stands here.',
  'direction.no-mission': 'The charter says no mission.',
  'direction.no-objectives': 'The charter has no objective',
  'direction.no-objectives-hint':
    'An author writes objectives in the studio. Each names the value that it serves, and every clause the objective that it serves.',
  'direction.graph': 'What serves what',
  'direction.measures': 'What is measured',
  'direction.serves': 'Serves',
  'direction.served-by': 'Served by',
  'direction.matrix': 'Which clause serves which objective',
  'direction.clause': 'Clause',
  'direction.serves-it': 'serves it',
  'direction.serves-by-other': 'serves it by way of another clause',
  'direction.not-for-you': 'Its objective is not for you.',
  'direction.orphans': 'Clauses that serve no objective',
  'direction.no-orphans': 'None: every clause serves an objective.',
  'direction.pillars': 'By value',
  'direction.pillars-lead':
    'What fell due from {from} to {to}. Each clause counts for the value that its objective serves.',
  'direction.value': 'Value',
  'direction.clauses': 'Clauses',
  'direction.due': 'Fell due',
  'direction.kept': 'Kept',
  'direction.shown': 'Shown by answers',
  'direction.share': '{share, number, percent} of {count, number}',
  'direction.no-value': 'No value',
  'direction.total': 'All',
} as const
