import { ApiProperty } from '@nestjs/swagger';
import { describedPart } from '#kernel';
import { settingsOnScreens } from './setting.catalogue.js';
import type { SettingSpec } from './setting.specs.js';

const TYPES = {
  flag: 'boolean',
  text: 'string',
  choice: 'string',
  cents: 'integer',
  whole: 'integer',
};

const schemaOf = (spec: SettingSpec) => ({
  type: TYPES[spec.type],
  ...('options' in spec ? { enum: [...spec.options] } : {}),
  ...(spec.type === 'cents' ? { description: 'cents' } : {}),
  ...('unit' in spec && spec.unit ? { description: spec.unit } : {}),
});

/** The settings that capabilities tell to screens, as one part of an answer. */
export const SettingsOnScreens = (): PropertyDecorator =>
  ApiProperty({
    allOf: [
      describedPart('SessionSettings', () => {
        const settings = settingsOnScreens();
        return {
          type: 'object',
          properties: Object.fromEntries(settings.map(({ name, spec }) => [name, schemaOf(spec)])),
          required: settings.map(({ name }) => name),
        };
      }),
    ],
  });
