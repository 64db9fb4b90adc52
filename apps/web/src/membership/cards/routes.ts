import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

export const routes: RouteRecordRaw[] = [
  {
    path: 'cards',
    name: 'cards',
    component: () => import('./CardListPage.vue'),
    meta: { permission: 'card.read', title: 'cards.title' },
  },
  {
    path: 'cards/:cardNo',
    name: 'card',
    component: () => import('./CardPage.vue'),
    props: true,
    meta: { permission: 'card.read', title: 'cards.one', nav: 'cards' },
  },
  {
    path: 'card-stock',
    name: 'card-stock',
    component: () => import('./CardStockPage.vue'),
    meta: { permission: 'card.stock_read', title: 'cardStock.title' },
  },
  {
    path: 'card-stock/documents',
    name: 'card-stock-documents',
    component: () => import('./CardStockDocumentsPage.vue'),
    meta: { permission: 'card.stock_read', title: 'cardStock.documents', nav: 'card-stock' },
  },
  {
    path: 'card-ranges',
    name: 'card-ranges',
    component: () => import('./CardRangesPage.vue'),
    meta: { permission: 'card_range.read', title: 'cardRanges.title' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 2,
    route: 'cards',
    label: 'cards.title',
    permission: 'card.read',
  },
  {
    tabOf: 'cards',
    order: 3,
    route: 'card-stock',
    label: 'cardStock.title',
    permission: 'card.stock_read',
  },
  {
    tabOf: 'cards',
    order: 4,
    route: 'card-ranges',
    label: 'cardRanges.title',
    permission: 'card_range.read',
  },
];
