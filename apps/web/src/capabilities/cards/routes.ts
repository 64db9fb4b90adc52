import { CreditCard, Files, Tickets } from '@element-plus/icons-vue';
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
    group: 'members',
    order: 11,
    route: 'cards',
    label: 'cards.title',
    icon: CreditCard,
    permission: 'card.read',
  },
  {
    group: 'members',
    order: 17,
    route: 'card-stock',
    label: 'cardStock.title',
    icon: Files,
    permission: 'card.stock_read',
  },
  {
    group: 'members',
    order: 18,
    route: 'card-ranges',
    label: 'cardRanges.title',
    icon: Tickets,
    permission: 'card_range.read',
  },
];
