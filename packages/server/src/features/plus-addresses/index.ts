export { tryPlusAddress } from './try-plus-address.ts'
