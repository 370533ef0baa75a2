export { closingText } from './closing-text.ts'
export { readComplaint } from './read-complaint.ts'
