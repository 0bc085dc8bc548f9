#include "extract/body/script_text.h"

#include "gtest/gtest.h"
#include "tests/extract/parsed_page.h"

namespace newsmill::extract::body {
namespace {

/// Returns whether the last block of the page stays in the body.
bool KeepsLast(std::string html) {
  const ParsedPage parsed(std::move(html));
  const Outline outline = OutlineOf(parsed.page, 1000);
  Choices choices(outline.blocks.size(), {true, ""});
  DropScriptText(parsed.page, outline, choices);
  return !choices.empty() && choices.back().chosen;
}

TEST(ScriptTextTest, DropsTheTextOfScriptsStylesAndMarkup) {
  constexpr const char* kJson =
      "{\"@type\":\"NewsArticle\",\"headline\":\"The ferry sails again after "
      "the storm that had closed the harbour of Norrby for three weeks\"}";
  constexpr const char* kMarkup =
      "&lt;div class=\"embed\"&gt;&lt;iframe src=\"/v\"&gt;&lt;/iframe&gt;"
      "&lt;/div&gt;";
  for (const std::string code :
       {"(function(d, id) { var s = d.createElement(id); }(document, 'x'));",
        "window.dataLayer = window.dataLayer || [];", "var slot = 'top';",
        "ads.cmd.push(function() { ads.display('slot-1'); });",
        "if (typeof player !== 'undefined') { player.load(); }",
        "try { load({\"id\": 7}); } catch (e) { console.log(e); }",
        ".teaser{color:#333;font-size:18px;margin:0 auto}",
        "body .wide .teaser .box a:hover { color: #333; }",
        "h1 a, h2 a, h3 a, h4 a { margin: 0; }",
        "@media (max-width: 600px) { .teaser { display: none; } }",
        ".box-12 .title{text-align:center;}", "});", "}", "&lt;![CDATA[",
        "&lt;!-- Begin of the widget --&gt;", "q.push([1,\"a:b\"])", kJson,
        "&lt;script src=\"https://ads.example/x.js\"&gt;&lt;/script&gt;",
        kMarkup}) {
    EXPECT_FALSE(KeepsLast("<p>The ferry sails.<p>" + code)) << code;
  }
}

TEST(ScriptTextTest, KeepsProse) {
  constexpr const char* kLetter =
      "Whoever wants to write let x = 5; in a letter to the editor of this "
      "paper should know that she has never learned it (not even at sea)";
  for (const std::string prose :
       {"The inventor of JavaScript said that var, let and const are enough.",
        "Write let x = 5; and then const y = 6; and the program will run.",
        "The court (second chamber) ruled [on Monday] that 5 &lt; 6 holds;",
        "He wrote a smile :-) and a heart &lt;3 (both of them late).",
        "12. Ost K. Moss in peat. Bog Sci. 2020;43:533–43. [DOI] [Free text]",
        "[Editor's note: the ferry is late.]", "A = {1, 2}", "(3)", "* * *",
        kLetter, "She said: \"Return it!\" (The window was open.)",
        "Die Funktion (siehe unten) ist neu; sie kostet 5 = fünf Kronen;",
        "E = mc² is known to all; a = b is not {yet}."}) {
    EXPECT_TRUE(KeepsLast("<p>The ferry sails.<p>" + prose)) << prose;
  }
}

TEST(ScriptTextTest, KeepsCodeThatThePageShowsOnPurpose) {
  EXPECT_TRUE(KeepsLast("<p>A loop:<pre>for (;;) { run(); }</pre>"));
  EXPECT_TRUE(KeepsLast("<p>A call:<p><code>window.open('/');</code>"));
  EXPECT_TRUE(KeepsLast("<p>A call:<p>var x = 1;<p>x = window.open('/');"));
  EXPECT_FALSE(KeepsLast("<p>A ferry.<p>x = window.open('/');"));
}

TEST(ScriptTextTest, KeepsCodeAfterAColon) {
  for (const std::string intro :
       {"The whole call is:", "Der Aufruf lautet:", "Вот вызов:", "コード："}) {
    EXPECT_TRUE(KeepsLast("<p>" + intro + "<p>x = window.open('/');")) << intro;
    EXPECT_TRUE(KeepsLast("<p>" + intro + "<p>{\"depth\": 3}")) << intro;
  }
}

TEST(ScriptTextTest, KeepsSentencesAboutCode) {
  for (const std::string prose :
       {"{\"depth\": 3} is all that the buoy sends.",
        "{\"depth\": 3}, сообщает буй.", "{\"depth\": 3}は正しい形です。",
        "{{ name }} steht noch immer im Brief.",
        "&lt;!-- todo --&gt; was found in the page of the ministry.",
        "The last line of the program was: if (depth > 3) { gate.close(); }",
        "She ended the poem with if (depth > 3) { gate.close(); }",
        "Die letzte Zeile des Programms: while (storm) { lamp.on(); }"}) {
    EXPECT_TRUE(KeepsLast("<p>The ferry sails.<p>" + prose)) << prose;
  }
}

}  // namespace
}  // namespace newsmill::extract::body
