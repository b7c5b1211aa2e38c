package it.pianodizona.notifiche;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that send at once what they are given. A message ends with a line of its own: without
 * this it waits some 40 ms for the server to acknowledge the text before it.
 */
final class SenzaAttese extends SocketFactory {

  @Override
  public Socket createSocket() throws IOException {
    return pronto(new Socket());
  }

  @Override
  public Socket createSocket(String host, int porta) throws IOException {
    return pronto(new Socket(host, porta));
  }

  @Override
  public Socket createSocket(String host, int porta, InetAddress da, int portaLocale)
      throws IOException {
    return pronto(new Socket(host, porta, da, portaLocale));
  }

  @Override
  public Socket createSocket(InetAddress host, int porta) throws IOException {
    return pronto(new Socket(host, porta));
  }

  @Override
  public Socket createSocket(InetAddress host, int porta, InetAddress da, int portaLocale)
      throws IOException {
    return pronto(new Socket(host, porta, da, portaLocale));
  }

  private static Socket pronto(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    return socket;
  }
}
