#include "newsmill/app/app.h"

int main(int argc, char** argv) { return newsmill::app::Main(argc, argv); }
