#include "newsmill/charset/double_encoding.h"

#include "gtest/gtest.h"

namespace newsmill::charset {
namespace {

TEST(DoubleEncodingTest, TextThatWasEncodedTwiceIsRepaired) {
  EXPECT_EQ(WithoutDoubleEncoding("NÃºÃ±ez abriÃ³ mÃ¡s salas"),
            "Núñez abrió más salas");
  EXPECT_EQ(WithoutDoubleEncoding("Itâ€™s a storm â€“ we donâ€™t know"),
            "It’s a storm – we don’t know");
  EXPECT_EQ(WithoutDoubleEncoding("â€œYesâ€\u009D, says MÃ¼ller"),
            "“Yes”, says Müller");
  EXPECT_EQ(WithoutDoubleEncoding("Ð”Ð¾Ð¶Ð´ÑŒ"), "Дождь");
  EXPECT_EQ(WithoutDoubleEncoding("<p title='Ã©tÃ©'>l'Ã®le</p>"),
            "<p title='été'>l'île</p>");
  EXPECT_EQ(
      WithoutDoubleEncoding("\u00C3\u00A9t\u00C3\u00A9 \u00E2\u0082\u00AC"),
      "été €");
}

TEST(DoubleEncodingTest, OtherTextStays) {
  for (const char* text :
       {"plain", "Núñez abrió más salas", "Дождь шёл", "雨が降る",
        // One correct character is enough.
        "NÃºÃ±ez abriÃ³ más salas",
        // Too little evidence.
        "NÃºÃ±ez", "Ã© Ã© Ã©", "SÃO PAULO", "Â° Â°",
        // Examples are not within words.
        "You see Ã©, Ã¨ or Ã¼ on such pages.",
        // A text about encodings.
        "Mojibake: cafÃ©, naÃ¯ve, doesnâ€™t",
        "<p>A wrong encoding gives cafÃ©, naÃ¯ve, doesnâ€™t</p>"}) {
    EXPECT_EQ(WithoutDoubleEncoding(text), text);
  }
}

TEST(DoubleEncodingTest, NamesOfEncodingsInMarkupDoNotMatter) {
  EXPECT_EQ(WithoutDoubleEncoding("<?xml encoding='UTF-8'?><script>charset"
                                  "</script><p>NÃºÃ±ez abriÃ³"),
            "<?xml encoding='UTF-8'?><script>charset</script><p>Núñez abrió");
}

}  // namespace
}  // namespace newsmill::charset
