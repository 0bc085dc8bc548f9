#include "samples.h"

#include <array>
#include <string>
#include <string_view>

#include "fmt/format.h"

namespace newsmill::app {
namespace {

// ------------------------------------------------------------ plain text

constexpr std::string_view kBridgeText =
    R"(Harbour bridge reopens two months early

Published 2 March 2026, 14:05
Share this article

The swing bridge over Aldermoor's harbour reopened to traffic on Monday, two
months earlier than planned and, the city said, within its budget.

Engineers had replaced all 312 of the bridge's hangers and the bearings that
let it turn. Ferries, which carried some 18,000 people a day during the work,
will keep their extra crossings until the end of April.

"We found less rust than we had feared," the site's chief engineer said. The
next inspection is due in ten years.

Read more: All stories about the harbour
Sign up for our newsletter
)";

// A copy of the story above on another site. A few words are different.
constexpr std::string_view kBridgeCopy =
    R"(Harbour bridge reopens two months early

The swing bridge over Aldermoor's harbour reopened to traffic on Monday, two
months earlier than planned and, the city said, within budget.

Engineers had replaced all 312 of the bridge's hangers and the bearings that
let it turn. Ferries, which carried some 18,000 people a day during the work,
will keep their extra crossings until the end of April.

"We found less rust than we had feared," the site's chief engineer said. The
next inspection is due in ten years.
)";

constexpr std::string_view kFrenchText =
    "Le march\xE9 couvert rouvrira en septembre\n\n"
    "Publi\xE9 le 4 mars 2026\n\n"
    "Apr\xE8s deux ann\xE9"
    "es de travaux, le march\xE9 couvert de Valmont "
    "rouvrira ses portes le premier samedi de septembre, a annonc\xE9 la "
    "mairie.\n\n"
    "La verri\xE8re du XIXe si\xE8"
    "cle a \xE9t\xE9 enti\xE8rement refaite et "
    "quarante-deux commer\xE7"
    "ants ont d\xE9j\xE0 r\xE9serv\xE9 leur "
    "emplacement.\n";

constexpr std::string_view kJapaneseText =
    R"(港の時計台、半世紀ぶりに時を告げる

2026年3月6日 9時00分

港町の丘に立つ時計台が六日、五十年ぶりに動き始めた。地元の時計職人らが三年をかけて歯車を一つずつ作り直した。

正午の鐘が鳴ると、広場に集まったおよそ八百人から拍手が起きた。市は来月から内部を公開する。
)";

// ------------------------------------------------------------------ pages

constexpr std::string_view kSolarPage = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>School roofs to power 4,000 homes | Fenwick Courier</title>
<link rel="canonical" href="https://courier.example/energy/school-roofs">
<meta property="og:site_name" content="Fenwick Courier">
<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "School roofs to power 4,000 homes",
 "articleSection": "Energy", "keywords": ["solar power", "schools"],
 "datePublished": "2026-03-03T08:15:00+00:00"}
</script></head><body>
<nav><a href="/">Home</a> <a href="/energy">Energy</a></nav>
<article><h1>School roofs to power 4,000 homes</h1>
<p>Fenwick will cover the roofs of all its 61 schools with solar panels by
2028, the county council decided on Tuesday night.</p>
<p>The panels are expected to yield as much electricity in a year as 4,000
homes use. What the schools do not need themselves goes to the grid.</p>
<h2>A loan, paid back by the sun</h2>
<p>The county borrows 11 million for the work and reckons with nine years until
the loan is paid back.</p></article>
<footer>About us · Contact · Cookies</footer></body></html>
)";

// The page above after a correction. Both pages have the same URL.
constexpr std::string_view kSolarCorrected = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>School roofs to power 4,600 homes | Fenwick Courier</title>
<link rel="canonical" href="https://courier.example/energy/school-roofs">
<meta property="og:site_name" content="Fenwick Courier">
<meta property="article:section" content="Energy">
<meta property="article:published_time" content="2026-03-03T08:15:00+00:00">
<meta property="article:modified_time" content="2026-03-03T11:40:00+00:00">
</head><body><article><h1>School roofs to power 4,600 homes</h1>
<p>Fenwick will cover the roofs of all its 70 schools with solar panels by
2028, the county council decided on Tuesday night.</p>
<p>The panels are expected to yield as much electricity in a year as 4,600
homes use. What the schools do not need themselves goes to the grid.</p>
<p>Correction: an earlier version of this report left out the nine village
schools.</p></article></body></html>
)";

constexpr std::string_view kGermanPage = R"(<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8">
<title>Stadtbücherei verleiht jetzt auch Werkzeug - Lindauer Bote</title>
<meta property="og:title" content="Stadtbücherei verleiht jetzt auch Werkzeug">
<meta property="og:site_name" content="Lindauer Bote">
<meta property="article:section" content="Lokales">
<meta property="article:published_time" content="2026-03-04T17:20:00+01:00">
</head><body><main><h1>Stadtbücherei verleiht jetzt auch Werkzeug</h1>
<p>Wer einen Leseausweis besitzt, kann in der Stadtbücherei seit dieser Woche
auch Bohrmaschinen, Nähmaschinen und Zelte ausleihen.</p>
<p>Gut zweihundert Gegenstände stehen im Regal, die meisten davon Spenden. Nach
vierzehn Tagen müssen sie zurück sein, gereinigt und vollständig.</p>
<p>Die Idee stammt aus einer Umfrage, an der im Herbst mehr als tausend
Leserinnen und Leser teilnahmen.</p></main></body></html>
)";

// -------------------------------------------------------------- envelopes

constexpr std::string_view kSpanishEnvelope =
    R"({"id": "crawl-000398",
 "url": "https://diario.example/ciencia/vuelven-los-linces",
 "content_type": "text/html", "fetched_at": "2026-03-05T10:00:00Z",
 "source": "Diario de la Sierra",
 "content": "<html lang=\"es\"><head><title>Vuelven los linces a la sierra</title><meta property=\"article:section\" content=\"Ciencia\"><meta property=\"article:published_time\" content=\"2026-03-05T09:30:00+01:00\"></head><body><article><h1>Vuelven los linces a la sierra</h1><p>Tres parejas de linces se han instalado en la sierra, donde no se había visto ninguno desde hacía cuarenta años.</p><p>Las cámaras del parque grabaron en febrero a dos cachorros. Los guardas piden a los visitantes que no abandonen los senderos.</p></article></body></html>"})";

constexpr std::string_view kPackedEnvelope =
    R"({"id": "crawl-000417", "url": "https://post.example/travel/night-trains?utm_source=feed", "content_type": "text/html", "content_encoding": "base64", "fetched_at": "2026-03-05T07:02:11Z", "source": "The Aldermoor Post", "content": ")"
    "H4sIAAAAAAACA42TQW+cMBCF7/yKKZceuruwiRpVKxYpSntsG6m59BQZGLDVsY3sIRuk/v"
    "iOIYm2alTlYgSaee9746F69/n7zd3P2y+g2VJdpRNIueGYo8vlHVVXVxZZQatViMjHfOJ+"
    "+ymvs4oNE9bfzKAZOCjjIgTkKThgD6wRWq8iAxmH8Bvu5MM1dRis9wFufeSqWBWySkp+SS"
    "8d81Y570yrKAcdsD/mmnmMh6IYpWGHj8qOhIW4PSAVLllvV+sEtHCOwY8YeD7mfjgsBrmA"
    "OEYn7G+CfV0qGsZ7p+y53L+ZXulVgU1LeIjYsvHuvH2J8Z+WcWrIRI3dPZu/jC/Ki6tteb"
    "ktP96VV4fL8lCWH8q9nEmsWG+t8d1cV09ScpX7t12VtO9FZKx/EKLwPNefDBGEyUGDfEJ0"
    "Z8GV685E1CD10Adv4auaNxkSPkj5jLI/oHpOklJMqdbLahD2vLYbnt9H8NSB84E1RFZpYr"
    "uqGBeiNG6BoZOawQdxxw56PwVOOK0KwagB44KDj6OMO0L0FsGlDdST66QhW3eHMMHAskEg"
    "uHGyFsMOriVesl7Stj7FafwkZwQ7tTo9FURUCT1BZ9YHkR+SYcAYX1hvZFOVGVzykXUmQT"
    "UiI7EZoRHFE1Kb4CLjuFv+jjR9yc+Tc0hxk+TnLCrTbSBqP8lYtKALoKQNKOopP3kxb7D3"
    "AZ+8i5crL9YVKJZ/+w8cYJrF6wMAAA=="
    R"("})";

constexpr std::string_view kTextEnvelope =
    R"({"id": "wire-7731", "content_type": "text/plain", "source": "Northwire",
 "url": "https://northwire.example/7731",
 "content": "Observatory counts a record night of meteors\n\n7 March 2026\n\nThe island observatory counted 1,940 meteors between dusk and dawn on Friday, more than in any night since its records began in 1951.\n\nClear air and a new moon helped, the astronomers said. They expect another strong night within the week."})";

// ------------------------------------------------------------------ feeds

constexpr std::string_view kFeed = R"(<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Fenwick Courier: Sport</title>
<link>https://courier.example/sport</link>
<item><title>Rowers win the estuary race by half a length</title>
<link>https://courier.example/sport/estuary-race</link>
<guid>courier-5521</guid><pubDate>Sat, 07 Mar 2026 16:00:00 GMT</pubDate>
<description>Fenwick's eight won the estuary race on Saturday by half a length,
its first victory in a race over that distance for twelve years.</description>
</item>
<item><title>Chess club moves into the old fire station</title>
<link>https://courier.example/sport/chess-club</link>
<guid>courier-5522</guid><pubDate>Sat, 07 Mar 2026 18:30:00 GMT</pubDate>
<description>The town's chess club, 140 years old this spring, has found a new
home in the old fire station and will open its doors on Sunday.</description>
</item></channel></rss>
)";

// ------------------------------------------- documents that cannot be read

constexpr std::string_view kEmptyFeed =
    R"(<?xml version="1.0"?><rss version="2.0"><channel>
<title>Nothing new</title></channel></rss>)";
constexpr std::string_view kBrokenEnvelope = R"({"id": "crawl-000402", "url":)";
constexpr std::string_view kEmptyEnvelope =
    R"({"id": "crawl-000403", "url": "https://post.example/a"})";
// The texts below contain NUL bytes. The suffix sv is necessary, because a
// string_view of a plain literal would end at the first NUL.
using std::string_view_literals::operator""sv;
constexpr std::string_view kCutGzip = "\x1F\x8B\x08\0\0\0\x01\x02\x03"sv;
constexpr std::string_view kImage = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"sv;
constexpr std::string_view kCookieWall =
    R"(<html><head><title>Before you go on</title></head><body>
<p>Accept all</p></body></html>)";

constexpr std::string_view kHtml = "text/html";
constexpr std::string_view kPlain = "text/plain";

constexpr auto kSamples = std::to_array<Sample>({
    {kPlain, "utf-8", "https://post.example/city/harbour-bridge",
     "The Aldermoor Post", kBridgeText},
    {kHtml, "", "https://courier.example/energy/school-roofs", "", kSolarPage},
    {kHtml, "", "https://bote.example/lokales/werkzeug", "", kGermanPage},
    {"", "", "", "", kBrokenEnvelope},
    {kPlain, "windows-1252", "https://valmont.example/marche", "Valmont Matin",
     kFrenchText},
    {"", "", "", "", kSpanishEnvelope},
    {kPlain, "utf-8", "https://mirror.example/2026/03/bridge", "Daily Mirrored",
     kBridgeCopy},
    {"", "", "", "", kPackedEnvelope},
    {"text/html", "", "https://post.example/gone", "", kCutGzip},
    {"application/rss+xml", "", "https://courier.example/sport.xml", "", kFeed},
    {kPlain, "utf-8", "https://minato.example/tokeidai", "港新報",
     kJapaneseText},
    {"", "", "", "", std::nullopt},
    {kHtml, "", "https://courier.example/energy/school-roofs", "",
     kSolarCorrected},
    {"application/rss+xml", "", "https://quiet.example/feed", "", kEmptyFeed},
    {"", "", "", "", kTextEnvelope},
    {"", "", "https://post.example/logo.png", "", kImage},
    {kHtml, "", "https://wall.example/", "", kCookieWall},
    {"", "", "", "", kEmptyEnvelope},
});

void AddHeader(std::string_view name, std::string_view value,
               model::Headers& headers) {
  if (value.empty()) return;
  headers.push_back({std::string(name), std::string(value)});
}

}  // namespace

std::span<const Sample> Samples() { return kSamples; }

model::RawMessage SampleMessage(size_t number) {
  const Sample& sample = kSamples.at(number % kSamples.size());
  model::RawMessage message;
  // The key is the URL, as in the messages of a crawler. So Kafka puts all
  // versions of a page into the same partition, in their order.
  message.key = sample.url.empty() ? fmt::format("sample-{}", number)
                                   : std::string(sample.url);
  if (sample.value) message.value = std::string(*sample.value);
  AddHeader("content-type", sample.content_type, message.headers);
  AddHeader("charset", sample.charset, message.headers);
  AddHeader("url", sample.url, message.headers);
  AddHeader("source", sample.source, message.headers);
  return message;
}

}  // namespace newsmill::app
