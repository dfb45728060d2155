// The peer of the start-up comparison: the same content as the dashboard's first views (events per year as bars,
// the world with the cities as points, projects as a table) with Apache ECharts, tree-shaken. No animation: the first
// finished picture counts.
import { BarChart, ScatterChart } from 'echarts/charts';
import { GeoComponent, GridComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { feature } from 'topojson-client';

use([BarChart, ScatterChart, GeoComponent, GridComponent, TitleComponent, TooltipComponent, CanvasRenderer]);

const json = async (name) => (await fetch(name)).json();
const [{ editions }, { events }, { projects }, { cities }, world] =
  await Promise.all(['data/editions.json', 'data/events.json', 'data/projects.json', 'data/cities.json', 'world.json'].map(json));

const finished = (chart) => new Promise((resolve) => chart.on('finished', resolve));

function bars(element) {
  const years = editions.map((edition) => edition.year);
  const counts = years.map((year) => events.filter((event) => event.edition === year).length);
  const chart = init(element);
  const done = finished(chart); // may come within setOption()
  chart.setOption({
    animation: false,
    title: { text: 'Charlas por edición' },
    tooltip: {},
    xAxis: { type: 'category', data: years },
    yAxis: {},
    series: [{ type: 'bar', data: counts }],
  });
  return done;
}

function map(element) {
  registerMap('world', feature(world, world.objects.countries));
  const chart = init(element);
  const done = finished(chart); // may come within setOption()
  chart.setOption({
    animation: false,
    tooltip: {},
    geo: { map: 'world', roam: true },
    series: [{
      type: 'scatter',
      coordinateSystem: 'geo',
      data: cities.map((city) => ({ name: city.name, value: [city.lon, city.lat, city.editions.length] })),
      symbolSize: (value) => 6 + 4 * value[2],
    }],
  });
  return done;
}

function table(element) {
  for (const project of projects) {
    const row = element.insertRow();
    for (const text of [project.edition, project.title ?? project.name, project.topic]) row.insertCell().textContent = text ?? '';
  }
}

table(document.querySelector('table'));
await Promise.all([bars(document.querySelector('#bars')), map(document.querySelector('#map'))]);
requestAnimationFrame(() => performance.mark('tablero:ready'));
