/** Words of walking through a ladder of escalation before anybody needs it. */
export const ladders = {
  'ladder.open': 'Walk through {clause}',
  'ladder.hint':
    'What would happen on a ticket that nobody touches: each step at its time, whom it reaches and who is away then, as far as absences are known. Nothing is sent.',
  'ladder.at': 'The ticket comes in ({zone})',
  'ladder.assignee': 'Who has it',
  'ladder.go': 'Walk through it',
  'ladder.ticket': 'The ticket: {facts}.',
  'ladder.any': 'any',
  'ladder.due': '{promise} is due {time}.',
  'ladder.fine': 'Somebody is on duty at every step, and at its end.',
  'ladder.fine-end':
    'At its end somebody is on duty. A step that tells whoever has the ticket reaches nobody while nobody has it.',
  'ladder.mend': '{count, plural, one {# place to mend} other {# places to mend}}',
  'ladder.steps': 'Steps of {clause}',
  'ladder.step': 'Step {step, number}',
  'ladder.last': 'the end',
  'ladder.when': '{time} ({zone})',
  'ladder.never': 'later than its calendar knows',
  'ladder.closed': 'All calendars are closed then.',
  'ladder.on-duty': 'Somebody is on duty',
  'ladder.off-duty': 'Nobody is on duty',
  'ladder.unassigned': 'Nobody has the ticket by then',
  'ladder.told': 'Told in the desk ({position}): {who}',
  'ladder.given': 'Gets the ticket ({position}): {who}',
  'ladder.mailed': 'By mail too: {who}',
  'ladder.away': '{name} is away until {time}.',
  'ladder.away-deputy': '{name} is away until {time}; {deputy} stands in.',
  'ladder.away-tickets': '{name} is away until {time}; {deputy} has their tickets meanwhile, and not their position.',
  'ladder.instead': 'All who hold {position} are away: {instead} acts.',
  'ladder.chain': 'The ticket goes to {chain}.',
  'ladder.chain-none': 'No step gives the ticket to somebody else.',
  'ladder.no-circle': 'It comes back to nobody.',
  'ladder.outside': 'Behind the last step: {body}',
  'ladder.why.not-begun': 'It does not begin on a ticket that comes in then.',
  'ladder.why.past-horizon': 'The calendars know nothing of that time.',
  'ladder.trouble.position-empty':
    'Step {step, number}: nobody holds the position {position}. Give it to somebody in the list of people.',
  'ladder.trouble.position-away':
    'Step {step, number}: all who hold the position {position} are away then, and nobody comes after them. Give it to one person more, or name another position in this step or a later one.',
  'ladder.trouble.nobody-has-it':
    'Step {step, number}, the end: whoever has the ticket is told, and nobody has it. Tell a position, or let an earlier step give the ticket to one.',
  'ladder.trouble.nobody-told': 'Step {step, number}, the end: nobody is told of it. Tell a position.',
  'ladder.trouble.goes-back':
    'Step {step, number}: the ticket comes back to {position}. Give it to somebody further up.',
  'ladder.trouble.no-instant':
    'Step {step, number} comes later than its calendar knows. Shorten its time, or name the holidays further ahead.',
}
