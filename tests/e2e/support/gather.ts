import { laptop, projector, type House, type Screen } from './house.ts';

interface Gathering {
  readonly joel: Screen;
  readonly wall: Screen;
  readonly people: Readonly<Record<string, Screen>>;
  /** Paths of the room’s pages, with their secrets. */
  readonly links: Links;
}

interface Links {
  readonly join: string;
  readonly console: string;
  readonly wall: string;
}

/** Minutes of each part, practice included, to a meeting of one hour. */
export const withPractice = [5, 4, 14, 6, 8, 8, 9, 6];

/**
 * A room without a waiting room, Joel at its console, a wall, and whoever is named, on a screen of the
 * size given. Amina has offered and is the coachee; who is named in `observes` will observe.
 */
export async function gather(
  house: House,
  sizes: Readonly<Record<string, { width: number; height: number }>>,
  { practice = false, observes = [] as readonly string[] } = {},
): Promise<Gathering> {
  const opened = await fetch(`${house.app.origin}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      minutes: 60,
      name: 'Year 8 team',
      waiting: false,
      people: Object.keys(sizes).length + 1,
      ...(practice && { lengths: withPractice }),
    }),
  });
  const { links } = (await opened.json()) as { links: Links };
  const at = async (screen: Screen, path: string) => screen.page.goto(house.app.origin + path);
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  await at(joel, links.console);
  await joel.write('What shall we call you?', 'Joel');
  await joel.press('Come in');
  await at(wall, links.wall);
  const people: Record<string, Screen> = {};
  for (const [name, size] of Object.entries(sizes)) {
    const screen = await house.screen(name, size);
    people[name] = screen;
    await at(screen, links.join);
    await screen.write('What shall we call you?', name);
    await screen.press('Come in');
    await screen.sees('Today I could be');
    const role = name === 'Amina' ? 'Coachee' : observes.includes(name) ? 'Observer' : 'Coach';
    await screen.page.getByText(role, { exact: true }).click();
  }
  await joel.press(/1 offer/);
  await joel.press('Ask Amina');
  await people.Amina!.press('Yes, I would');
  return { joel, wall, people, links };
}
