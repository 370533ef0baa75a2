import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Amounts are in cents. */
export interface Item {
  readonly item: string
  readonly product: string
  readonly price: number
}

export interface Order {
  readonly customer: string
  status: string
  items: readonly Item[]
  /** What was paid, in cents, and with which method. */
  readonly paid: number
  paidWith: string
}

export interface PaymentMethod {
  /** gift card, paypal, credit card */
  readonly kind: string
  /** In cents; 0 for what has none. */
  balance: number
}

export interface Variant extends Item {
  available: boolean
}

/** The shop's database, by id. */
export interface Shop {
  readonly orders: Map<string, Order>
  /** Payment methods by customer. */
  readonly customers: Map<string, Map<string, PaymentMethod>>
  readonly variants: Map<string, Variant>
}

/** An action of a task, as its file has it. */
export interface Action {
  readonly name: ActionName
  /** The order that it is about; undefined for what is about none. */
  readonly order: string | undefined
  /** The customer whose profile it is about. */
  readonly profile: string | undefined
  readonly reason: string | undefined
  readonly items: readonly string[]
  readonly newItems: readonly string[]
  readonly method: string | undefined
}

export const ACTIONS = [
  'cancel_pending_order',
  'modify_pending_order_address',
  'modify_pending_order_payment',
  'modify_pending_order_items',
  'return_delivered_order_items',
  'exchange_delivered_order_items',
  'modify_user_address',
  'get_user_details',
  'get_order_details',
  'get_product_details',
  'list_all_product_types',
  'transfer_to_human_agents',
] as const

export type ActionName = (typeof ACTIONS)[number]

/** The actions of one conversation with one customer. */
export interface Task {
  /** `train 12`: its file and its place there, from 1. */
  readonly name: string
  readonly customer: string
  readonly actions: readonly Action[]
  /** What it calls that the charter has no word for. */
  readonly outside: readonly string[]
}

const cents = (amount: number) => Math.round(amount * 100)

/** Reads the database from the folder of outside data. */
export function readShop(folder: string): Shop {
  const orders = readJson<Record<string, OrderRow>>(join(folder, 'orders.json.gz'))
  const users = readJson<Record<string, UserRow>>(join(folder, 'users.json.gz'))
  const products = readJson<Record<string, ProductRow>>(join(folder, 'products.json'))
  return {
    orders: new Map(Object.entries(orders).map(([id, row]) => [id, readOrder(row)])),
    customers: new Map(
      Object.entries(users).map(([id, { payment_methods: methods }]) => [
        id,
        new Map(
          Object.entries(methods).map(([method, { source, balance }]) => [
            method,
            { kind: source.replace('_', ' '), balance: cents(balance ?? 0) },
          ]),
        ),
      ]),
    ),
    variants: new Map(
      Object.values(products).flatMap(({ product_id: product, variants }) =>
        Object.values(variants).map(
          ({ item_id: item, price, available }) => [item, { item, product, price: cents(price), available }] as const,
        ),
      ),
    ),
  }
}

/** Reads the tasks of one file. */
export function readTasks(folder: string, file: string, name: string): readonly Task[] {
  return readJson<readonly TaskRow[]>(join(folder, file)).map(({ user_id: customer, actions }, index) => ({
    name: `${name} ${index + 1}`,
    customer,
    actions: actions.flatMap(({ name: called, kwargs }) => {
      const action = ACTIONS.find((each) => each === called)
      if (action === undefined) return []
      return {
        name: action,
        order: kwargs.order_id,
        profile: kwargs.user_id,
        reason: kwargs.reason,
        items: kwargs.item_ids ?? [],
        newItems: kwargs.new_item_ids ?? [],
        method: kwargs.payment_method_id,
      }
    }),
    outside: actions.flatMap(({ name: called }) => (ACTIONS.some((each) => each === called) ? [] : called)),
  }))
}

/** The order that an action is about; undefined where it is about none. */
export function orderOf({ orders }: Shop, id: string | undefined): Order | undefined {
  return id === undefined ? undefined : orders.get(id)
}

/** A copy in which everything that these customers and orders have may be changed without changing the original. */
export function copyOf(shop: Shop, customers: readonly string[], orders: readonly string[]): Shop {
  const copy = { orders: new Map(shop.orders), customers: new Map(shop.customers), variants: new Map(shop.variants) }
  for (const id of orders) copy.orders.set(id, structuredClone(found(shop.orders, id)))
  for (const id of customers) copy.customers.set(id, structuredClone(found(shop.customers, id)))
  return copy
}

/** Throws where there is nothing of this id: the files name each other's ids. */
export function found<T>(all: ReadonlyMap<string, T>, id: string): T {
  const one = all.get(id)
  if (one === undefined) throw new Error(`the shop knows no “${id}”`)
  return one
}

/** What new items cost more than the old ones, in cents; below zero where they cost less. */
export function priceDifference(shop: Shop, { order, items, newItems }: Action): number {
  const old = items.reduce((sum, item) => sum + (itemIn(shop, order, item)?.price ?? 0), 0)
  return newItems.reduce((sum, item) => sum + (shop.variants.get(item)?.price ?? 0), 0) - old
}

export function itemIn(shop: Shop, order: string | undefined, item: string): Item | undefined {
  return orderOf(shop, order)?.items.find((each) => each.item === item)
}

function readJson<T>(path: string): T {
  const bytes = readFileSync(path)
  // The folder says what is in its files.
  return JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()) as T
}

interface OrderRow {
  readonly user_id: string
  readonly status: string
  readonly items: readonly { readonly item_id: string; readonly product_id: string; readonly price: number }[]
  readonly payment_history: readonly { readonly amount: number; readonly payment_method_id: string }[]
}

interface UserRow {
  readonly payment_methods: Readonly<Record<string, { readonly source: string; readonly balance?: number }>>
}

interface ProductRow {
  readonly product_id: string
  readonly variants: Readonly<
    Record<string, { readonly item_id: string; readonly price: number; readonly available: boolean }>
  >
}

interface TaskRow {
  readonly user_id: string
  readonly actions: readonly {
    readonly name: string
    readonly kwargs: {
      readonly order_id?: string
      readonly user_id?: string
      readonly reason?: string
      readonly item_ids?: readonly string[]
      readonly new_item_ids?: readonly string[]
      readonly payment_method_id?: string
    }
  }[]
}

function readOrder({ user_id: customer, status, items, payment_history: [first] }: OrderRow): Order {
  return {
    customer,
    status,
    items: items.map(({ item_id: item, product_id: product, price }) => ({ item, product, price: cents(price) })),
    paid: cents(first?.amount ?? 0),
    paidWith: first?.payment_method_id ?? '',
  }
}
