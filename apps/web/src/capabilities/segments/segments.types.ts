import type { SegmentFilter, SegmentVisibility } from '#segments/rules';

export interface SegmentRow {
  id: number;
  name: string;
  filter: SegmentFilter;
  visibility: SegmentVisibility;
  ownerId: number;
  ownerName: string;
  editable: boolean;
  members: number | null;
  countedAt: string | null;
  updatedAt: string;
  version: number;
}

export interface SegmentMember {
  id: number;
  name: string;
  phoneMasked: string | null;
  levelName: string;
  homeStoreName: string;
  joinedOn: string;
  principalCents: number;
  bonusCents: number;
  points: number;
}

export interface SegmentPreview {
  members: number;
  withPhone: number;
  sample: SegmentMember[];
}

export interface Choice {
  value: string;
  label: string;
}
export interface OwnField {
  code: string;
  label: string;
  kind: 'text' | 'number' | 'date' | 'choice' | 'flag';
  options: string[];
}
export interface SegmentOptions {
  levels: Choice[];
  stores: Choice[];
  regions: Choice[];
  tags: Choice[];
  fields: OwnField[];
}
