import {
  chainSettings,
  type SettingKey,
  SETTINGS,
  settingsOnScreens,
} from './setting.catalogue.js';
import { flag, onScreens, whole } from './setting.specs.js';

describe('settings that capabilities declare', () => {
  const trial = { 'trial.on': onScreens('trialOn', flag('sale', true)) };
  afterEach(() => {
    delete (SETTINGS as Record<string, unknown>)['trial.on'];
  });

  it('are known as soon as they are declared, on screens by their name there', () => {
    chainSettings(trial)();
    chainSettings(trial)();
    expect(SETTINGS['trial.on' as SettingKey]).toBe(trial['trial.on']);
    expect(settingsOnScreens().map(({ name }) => name)).toContain('trialOn');
  });

  it('are not declared by two of them', () => {
    chainSettings(trial)();
    const other = { 'trial.on': whole('sale', 1, [0, 2], 'times') };
    expect(() => chainSettings(other)()).toThrow('trial.on');
  });
});
