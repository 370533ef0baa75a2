/** What changes of clauses by which no ticket is judged are called: of values, objectives, procedures, channels and their kin. */
export const clauses = {
  'difference.kind.value': 'Value',
  'difference.kind.objective': 'Objective',
  'difference.kind.crisis': 'Crisis',
  'difference.kind.exclusion': 'Exclusion',
  'difference.kind.channel': 'Channel',
  'difference.kind.procedure': 'Procedure',
  'difference.kind.routing': 'Routing',
  'difference.kind.agreement': 'Agreement',
  'difference.kind.tone': 'Tone',
} as const
