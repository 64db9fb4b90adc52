import type { RouteRecordRaw } from 'vue-router';
import type { NavEntry } from '../../office/nav.js';

const idOf = (text: unknown): number => Number(text);

export const routes: RouteRecordRaw[] = [
  {
    path: 'segments',
    name: 'segments',
    component: () => import('./SegmentListPage.vue'),
    meta: { permission: 'segment.read', title: 'segments.title' },
  },
  {
    path: 'segments/new',
    name: 'segment-new',
    component: () => import('./SegmentPage.vue'),
    props: { id: null },
    meta: { permission: 'segment.read', title: 'segments.newOne' },
  },
  {
    path: 'segments/:id(\\d+)',
    name: 'segment',
    component: () => import('./SegmentPage.vue'),
    props: ({ params }) => ({ id: idOf(params['id']) }),
    meta: { permission: 'segment.read', title: 'segments.one' },
  },
  {
    path: 'segments/:id(\\d+)/members',
    name: 'segment-members',
    component: () => import('./SegmentMembersPage.vue'),
    props: ({ params }) => ({ id: idOf(params['id']) }),
    meta: { permission: 'segment.read', title: 'segments.list' },
  },
  {
    path: 'campaigns',
    name: 'campaigns',
    component: () => import('./CampaignListPage.vue'),
    meta: { permission: 'campaign.read', title: 'campaigns.title' },
  },
  {
    path: 'campaigns/new',
    name: 'campaign-new',
    component: () => import('./NewCampaignPage.vue'),
    meta: { permission: 'campaign.send', title: 'campaigns.newOne' },
  },
  {
    path: 'campaigns/:id(\\d+)',
    name: 'campaign',
    component: () => import('./CampaignPage.vue'),
    props: ({ params }) => ({ id: idOf(params['id']) }),
    meta: { permission: 'campaign.read', title: 'campaigns.one' },
  },
];

export const nav: NavEntry[] = [
  {
    order: 1,
    route: 'segments',
    label: 'segments.title',
    permission: 'segment.read',
  },
  {
    order: 2,
    route: 'campaigns',
    label: 'campaigns.title',
    permission: 'campaign.read',
  },
];
