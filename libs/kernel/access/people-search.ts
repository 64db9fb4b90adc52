import { SetMetadata } from '@nestjs/common';

export const FINDS_PEOPLE = 'shuke:finds-people';

/**
 * The route answers what was typed (`q`, `phone`, or the filters of a file) with members or their papers. Whole numbers
 * that are asked there are counted, throttled and recorded.
 */
export const FindsPeople = () => SetMetadata(FINDS_PEOPLE, true);
