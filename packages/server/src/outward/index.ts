export { fetchOutward, type OutwardOptions } from './fetch-outward.ts'
export { type Outward, PUBLIC_WEB } from './outward.ts'
export { OutwardFailed, OutwardRefused } from './outward-errors.ts'
export { isPublicAddress } from './public-address.ts'
